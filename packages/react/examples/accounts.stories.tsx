import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, within } from 'storybook/test'
import { AccountStatuses as AccountStatusesExample } from './AccountStatuses.tsx'
import { Accounts as AccountsExample } from './Accounts.tsx'
import { AccountsDark as AccountsDarkExample } from './AccountsDark.tsx'
import { AccountsEmpty as AccountsEmptyExample } from './AccountsEmpty.tsx'
import { AccountsLoading as AccountsLoadingExample } from './AccountsLoading.tsx'
import { AccountsOffline as AccountsOfflineExample } from './AccountsOffline.tsx'
import { AccountsOwnHook as AccountsOwnHookExample } from './AccountsOwnHook.tsx'
import { AccountsPending as AccountsPendingExample } from './AccountsPending.tsx'
import { AccountsReconnect as AccountsReconnectExample } from './AccountsReconnect.tsx'
import { AccountsRefused as AccountsRefusedExample } from './AccountsRefused.tsx'
import { AccountsUnavailable as AccountsUnavailableExample } from './AccountsUnavailable.tsx'
import { ReconnectAccount as ReconnectAccountExample } from './ReconnectAccount.tsx'

export default { title: 'Accounts', parameters: { step: 'none' } } satisfies Meta

type Story = StoryObj

export const Accounts: Story = {
  name: 'List of accounts',
  render: () => <AccountsExample />,
  async play({ canvas }) {
    await expect(await canvas.findAllByRole('listitem')).toHaveLength(6)
    await expect(canvas.getByRole('button', { name: 'Reconnect +33 6 12 34 56 78' })).toBeVisible()
  },
}

export const RightToLeft: Story = { name: 'List, right to left', ...Accounts, globals: { direction: 'rtl' } }

/** 320 px wide: nothing is clipped or scrolls horizontally. */
export const Phone: Story = {
  name: 'List on a phone',
  render: () => <AccountsExample />,
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  async play({ canvas, canvasElement }) {
    await canvas.findAllByRole('listitem')
    const { scrollWidth, clientWidth } = canvasElement.ownerDocument.documentElement
    await expect(scrollWidth).toBe(clientWidth)
  },
}

export const Dark: Story = { name: 'List, dark', ...Accounts, render: () => <AccountsDarkExample /> }

export const Empty: Story = {
  name: 'No accounts',
  render: () => <AccountsEmptyExample />,
  async play({ canvas }) {
    await expect(await canvas.findByText('No accounts connected yet.')).toBeVisible()
  },
}

export const Loading: Story = { name: 'List is loading', render: () => <AccountsLoadingExample /> }

export const Unavailable: Story = {
  name: 'List could not be loaded',
  render: () => <AccountsUnavailableExample />,
  async play({ canvas }) {
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
}

export const Offline: Story = {
  name: 'List, offline',
  render: () => <AccountsOfflineExample />,
  async play({ canvas }) {
    await canvas.findByRole('listitem')
  },
}

export const Renaming: Story = {
  name: 'Renaming',
  render: () => <AccountsExample />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Rename Work' }))
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  },
}

export const RenameRefused: Story = {
  name: 'Renaming was refused',
  render: () => <AccountsRefusedExample />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Rename Anna Sandbox' }))
    await userEvent.keyboard('Home{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The name wasn’t changed.')
    await expect(canvas.getByRole('textbox')).toHaveValue('Home')
  },
}

export const Disconnecting: Story = {
  name: 'Asks before it disconnects',
  render: () => <AccountsPendingExample />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Disconnect Anna Sandbox' }))
    const question = canvas.getByRole('group', { name: 'Disconnect Anna Sandbox?' })
    await userEvent.click(within(question).getByRole('button', { name: 'Disconnect' }))
    await expect(canvas.getByRole('listitem')).toBeVisible()
  },
}

export const DisconnectRefused: Story = {
  name: 'Disconnecting was refused',
  render: () => <AccountsRefusedExample />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Disconnect Anna Sandbox' }))
    await userEvent.click(within(canvas.getByRole('group')).getByRole('button', { name: 'Disconnect' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('The account is still connected.')
  },
}

export const Reconnecting: Story = {
  name: 'Reconnected from the list',
  render: () => <AccountsReconnectExample />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /^Reconnect/ }))
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByRole('heading', { name: 'WhatsApp is reconnected' })
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expect(canvas.getByRole('listitem')).toHaveTextContent('Connected')
    await expect(canvas.getByRole('region', { name: 'Connected accounts' })).toHaveFocus()
  },
}

export const OwnHook: Story = {
  name: 'List of your own',
  render: () => <AccountsOwnHookExample />,
  async play({ canvas }) {
    await canvas.findByText('Accounts that need attention: 1')
  },
}

export const OneButton: Story = {
  name: 'A reconnect button alone',
  render: () => <ReconnectAccountExample />,
  async play({ canvas, userEvent }) {
    const opener = canvas.getByRole('button', { name: 'Reconnect' })
    await userEvent.click(opener)
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(await dialog.findByRole('button', { name: 'Done' }))
    await expect(canvas.getByText('relinked')).toBeVisible()
    await expect(opener).toHaveFocus()
  },
}

export const Statuses: Story = { name: 'Every status', render: () => <AccountStatusesExample /> }
