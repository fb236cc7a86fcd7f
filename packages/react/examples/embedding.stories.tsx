import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor } from 'storybook/test'
import { Dark as DarkExample } from './Dark.tsx'
import { Dialog as DialogExample } from './Dialog.tsx'
import { Frameless as FramelessExample } from './Frameless.tsx'
import { FullPage as FullPageExample } from './FullPage.tsx'
import { OwnHook as OwnHookExample } from './OwnHook.tsx'
import { OwnWords as OwnWordsExample } from './OwnWords.tsx'
import { SidePanel as SidePanelExample } from './SidePanel.tsx'

export default { title: 'Embedding' } satisfies Meta

type Story = StoryObj

export const Dialog: Story = {
  name: 'Dialog',
  render: () => <DialogExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    const opener = canvas.getByRole('button', { name: 'Connect an account' })
    await userEvent.click(opener)
    // The dialog is in a portal outside of the canvas.
    const dialog = await screen.findByRole('dialog', { name: 'Connect an account' })
    await waitFor(() => expect(dialog).toBeVisible())
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveFocus())
  },
}

export const SidePanel: Story = {
  name: 'Side panel',
  render: () => <SidePanelExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect an account' }))
    await waitFor(() => expect(screen.getByRole('searchbox')).toHaveFocus())
  },
}

export const FullPage: Story = {
  name: 'Full page',
  render: () => <FullPageExample />,
  parameters: { step: 'choosing_provider', layout: 'fullscreen' },
}

export const Frameless: Story = {
  name: 'Without a frame, in a card of yours',
  render: () => <FramelessExample />,
  parameters: { step: 'choosing_provider' },
}

export const DialogClosed: Story = {
  name: 'Dialog, closed again',
  render: () => <DialogExample />,
  parameters: { step: 'none' },
  async play({ canvas, userEvent }) {
    const opener = canvas.getByRole('button', { name: 'Connect an account' })
    await userEvent.click(opener)
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    await expect(opener).toHaveFocus()
  },
}

export const OwnHook: Story = {
  name: 'Calling the hook yourself',
  render: () => <OwnHookExample />,
  parameters: { step: 'phone' },
}

export const OwnWords: Story = {
  name: 'Words of your own',
  render: () => <OwnWordsExample />,
  parameters: { step: 'in_app' },
}

export const Dark: Story = {
  name: 'Dark',
  render: () => <DarkExample />,
  parameters: { step: 'otp' },
}
