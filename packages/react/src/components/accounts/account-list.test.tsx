import { type Account, ConnectError } from '@connect-account/core'
import {
  type AccountsScript,
  sampleAccount,
  sampleProvider,
  scriptedAccounts,
} from '@connect-account/core/testing'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { setOnline } from '../../../test/network.ts'
import { AccountList, type AccountListProps } from './account-list.tsx'

const anna = sampleAccount
const ben: Account = { ...sampleAccount, id: 'a2', provider: 'whatsapp', name: 'Ben' }
const providers = [sampleProvider('linkedin'), sampleProvider('whatsapp')]

function show(
  script: AccountsScript,
  props: Partial<Omit<AccountListProps, 'session' | 'client' | 'baseUrl'>> = {},
) {
  const client = scriptedAccounts(script)
  const user = userEvent.setup()
  const view = render(
    <StrictMode>
      <AccountList providers={providers} {...props} client={client} />
    </StrictMode>,
  )
  return { client, user, ...view }
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
/** Finds the name of an account, not the label of a button that mentions it. */
const asName = { selector: 'bdi' }
const nameShown = (name: string) => screen.getByText(name, asName)
const findName = (name: string) => screen.findByText(name, asName)
const queryName = (name: string) => screen.queryByText(name, asName)
const rowOf = (name: string) => nameShown(name).closest('li') ?? document.body

describe('rendering', () => {
  it('shows each account with its provider and status', async () => {
    show({ accounts: [anna, { ...ben, status: 'paused' }] })
    expect(await findName('Anna Sandbox')).toBeVisible()
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    expect(rowOf('Anna Sandbox')).toHaveTextContent('LinkedIn')
    expect(rowOf('Anna Sandbox')).toHaveTextContent('Connected')
    expect(rowOf('Ben')).toHaveTextContent('WhatsApp')
    expect(rowOf('Ben')).toHaveTextContent(
      'Paused It was paused and doesn’t sync. Contact support to resume it.',
    )
    expect(screen.queryByRole('button', { name: /Reconnect/ })).toBeNull()
  })

  it('shows that it is loading until the list arrives', async () => {
    show({})
    expect(screen.getByText('Loading your accounts…')).toBeInTheDocument()
  })

  it('shows the host’s content in an empty list', async () => {
    show({ accounts: [] }, { empty: <button type="button">Connect an account</button> })
    expect(await screen.findByText('No accounts connected yet.')).toBeVisible()
    expect(button('Connect an account')).toBeVisible()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('shows the progress of the first import', async () => {
    const { client } = show({ accounts: [{ ...anna, initialSync: 'running' }] })
    expect(await screen.findByText(/Importing your messages/)).toBeVisible()
    act(() => client.push([{ ...anna, initialSync: 'failed' }]))
    expect(screen.getByText(/Some messages couldn’t be imported/)).toBeVisible()
    act(() => client.push([{ ...anna, initialSync: 'completed' }]))
    expect(screen.queryByText(/import/i)).toBeNull()
  })

  it('shows the ID of a provider that the session does not offer', async () => {
    show({ accounts: [{ ...anna, provider: 'telegram' }] })
    expect(await screen.findByText('telegram')).toBeVisible()
  })

  it('uses the host’s messages', async () => {
    show(
      { accounts: [anna] },
      { messages: { accounts: { label: 'Comptes' }, accountStatus: { label: { running: 'Connecté' } } } },
    )
    expect(await screen.findByText('Connecté')).toBeVisible()
    expect(screen.getByRole('region', { name: 'Comptes' })).toBeVisible()
  })

  it('renders no style attribute, which a strict CSP forbids', async () => {
    const { container } = show({ accounts: [{ ...anna, initialSync: 'running' }, ben] })
    await findName('Ben')
    expect(container.querySelector('[style]')).toBeNull()
  })

  it('stops watching when it unmounts', async () => {
    const { client, unmount } = show({ accounts: [anna] })
    await findName('Anna Sandbox')
    expect(client.watching).toBe(1)
    unmount()
    expect(client.watching).toBe(0)
  })
})

describe('updates', () => {
  it('shows and announces changes from elsewhere', async () => {
    const { client } = show({ accounts: [anna] })
    await findName('Anna Sandbox')
    const status = screen.getByRole('status')
    expect(status).toBeEmptyDOMElement()
    act(() => client.push([anna, ben]))
    expect(nameShown('Ben')).toBeVisible()
    expect(status).toHaveTextContent('Ben is connected.')
    act(() => client.push([{ ...anna, status: 'disconnected' }, ben]))
    expect(status).toHaveTextContent('Anna Sandbox: Sign-in needed.')
    act(() => client.push([ben]))
    expect(status).toHaveTextContent('Anna Sandbox is no longer connected.')
  })

  it('shows that it is offline, and keeps the list usable', async () => {
    const { client, user } = show({ accounts: [anna] })
    await findName('Anna Sandbox')
    setOnline(false)
    act(() => client.connect('offline'))
    expect(
      screen.getByText('You’re offline. We’ll continue when you’re back.', {
        selector: '[data-ca="offline"]',
      }),
    ).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent('You’re offline. We’ll continue when you’re back.')
    await user.click(button('Rename Anna Sandbox'))
    expect(screen.getByRole('textbox')).toHaveFocus()
    act(() => client.connect('live'))
    expect(
      screen.queryByText('You’re offline. We’ll continue when you’re back.', {
        selector: '[data-ca="offline"]',
      }),
    ).toBeNull()
    expect(screen.getByRole('textbox')).toHaveFocus()
  })

  it('is unavailable if it is offline before the first list, and recovers automatically', async () => {
    const { client } = show({ connection: 'offline' })
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'We can’t show your accounts right now. We can’t reach our server right now. We’ll continue',
    )
    act(() => {
      client.connect('live')
      client.push([anna])
    })
    expect(nameShown('Anna Sandbox')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('offers a retry when the session expires, without losing the focus', async () => {
    const { client, user } = show({ accounts: new ConnectError('session_expired') })
    expect(await screen.findByRole('alert')).toHaveTextContent('Your session has ended.')
    const watch = vi.spyOn(client, 'watch').mockImplementation((watcher) => {
      watcher.onAccounts([anna])
      return () => {}
    })
    await user.click(button('Try again'))
    expect(watch).toHaveBeenCalledOnce()
    expect(nameShown('Anna Sandbox')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByRole('region', { name: 'Connected accounts' })).toHaveFocus()
  })

  it('keeps the list when the session ends, and says that it may be out of date', async () => {
    const { client } = show({ accounts: [anna] })
    await findName('Anna Sandbox')
    act(() => client.end(new ConnectError('session_expired')))
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This list may be out of date. Your session has ended.',
    )
    expect(nameShown('Anna Sandbox')).toBeVisible()
  })
})

describe('an outage', () => {
  it('goes away by itself: the list of a session that could not be fetched, and one that had ended', async () => {
    for (const code of ['session_unavailable', 'session_expired'] as const) {
      const { client, unmount } = show({ accounts: new ConnectError(code) })
      expect(await screen.findByRole('alert')).toBeVisible()
      vi.spyOn(client, 'list').mockResolvedValue([anna])
      vi.spyOn(client, 'watch').mockImplementation((watcher) => {
        watcher.onAccounts([anna])
        return () => {}
      })
      setOnline(true)
      expect(await findName('Anna Sandbox')).toBeVisible()
      expect(screen.queryByRole('alert')).toBeNull()
      unmount()
    }
  })

  it('is shown as what it is, and no longer than it lasts', async () => {
    const { user } = show({ accounts: [anna], rename: () => new ConnectError('network_unreachable') })
    await user.click(await screen.findByRole('button', { name: 'Rename Anna Sandbox' }))
    await user.keyboard('Work{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The name wasn’t changed. We can’t reach our server right now. Try again in a moment.',
    )
    setOnline(false)
    expect(screen.getByRole('alert')).toHaveTextContent('You’re offline. Try again when you’re back.')
    setOnline(true)
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByRole('textbox')).toHaveValue('Work')
  })
})

describe('renaming', () => {
  it('saves on Enter, announces it, and restores the focus', async () => {
    const rename = vi.fn(() => undefined)
    const { user } = show({ accounts: [anna], rename })
    await user.click(await screen.findByRole('button', { name: 'Rename Anna Sandbox' }))
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Anna Sandbox')
    await user.keyboard('  Work {Enter}')
    expect(await findName('Work')).toBeVisible()
    expect(rename).toHaveBeenCalledExactlyOnceWith(anna.id, 'Work')
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(button('Rename Work')).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Anna Sandbox is now called Work.')
  })

  it('cancels on Escape, and sends no request for an unchanged name', async () => {
    const rename = vi.fn(() => undefined)
    const { user } = show({ accounts: [anna], rename })
    await user.click(await screen.findByRole('button', { name: 'Rename Anna Sandbox' }))
    await user.keyboard('Work{Escape}')
    expect(button('Rename Anna Sandbox')).toHaveFocus()
    await user.click(button('Rename Anna Sandbox'))
    await user.keyboard('{Enter}')
    expect(button('Rename Anna Sandbox')).toHaveFocus()
    expect(rename).not.toHaveBeenCalled()
  })

  it('uses the provider’s name again when the field is emptied', async () => {
    const rename = vi.fn(() => undefined)
    const { user } = show({ accounts: [anna], rename })
    await user.click(await screen.findByRole('button', { name: 'Rename Anna Sandbox' }))
    await user.clear(screen.getByRole('textbox'))
    await user.click(button('Save'))
    expect(rename).toHaveBeenCalledExactlyOnceWith(anna.id, null)
  })

  it('never shows a refused name, and keeps it in the field', async () => {
    const { user } = show({
      accounts: [anna],
      rename: () => new ConnectError('rate_limited', { retryAfter: 30 }),
    })
    await user.click(await screen.findByRole('button', { name: 'Rename Anna Sandbox' }))
    await user.keyboard('Work{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The name wasn’t changed. Too many attempts. Try again in 30 seconds.',
    )
    expect(screen.getByRole('textbox')).toHaveValue('Work')
    expect(screen.getByRole('textbox')).toHaveFocus()
    expect(rowOf('Anna Sandbox')).not.toHaveTextContent('Work')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('renames two accounts at the same time', async () => {
    const done = new Map<string, () => void>()
    const { user } = show({
      accounts: [anna, ben],
      rename: (id) => new Promise((resolve) => done.set(id, () => resolve(undefined))),
    })
    await user.click(await screen.findByRole('button', { name: 'Rename Anna Sandbox' }))
    await user.keyboard('First{Enter}')
    await user.click(button('Rename Ben'))
    await user.keyboard('Second')
    const second = within(rowOf('Ben')).getByRole('textbox')
    await act(async () => done.get(anna.id)?.())
    expect(await findName('First')).toBeVisible()
    expect(second).toHaveFocus()
    expect(second).toHaveValue('Second')
    await user.keyboard('{Enter}')
    expect(rowOf('Ben')).not.toHaveTextContent('Second')
    await act(async () => done.get(ben.id)?.())
    expect(await findName('Second')).toBeVisible()
    expect(rowOf('First')).toBeVisible()
  })
})

describe('disconnecting', () => {
  it('explains what happens, and asks first', async () => {
    const disconnect = vi.fn(() => undefined)
    const { user } = show({ accounts: [anna, ben], disconnect })
    await user.click(await screen.findByRole('button', { name: 'Disconnect Ben' }))
    const question = screen.getByRole('group', { name: 'Disconnect Ben?' })
    expect(question).toHaveAccessibleDescription(
      /stops working here right away.*Nothing is deleted at WhatsApp/,
    )
    expect(within(question).getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.keyboard('{Escape}')
    expect(button('Disconnect Ben')).toHaveFocus()
    expect(disconnect).not.toHaveBeenCalled()

    await user.keyboard('{Enter}')
    await user.click(within(screen.getByRole('group')).getByRole('button', { name: 'Disconnect' }))
    await waitFor(() => expect(queryName('Ben')).toBeNull())
    expect(disconnect).toHaveBeenCalledExactlyOnceWith(ben.id)
    expect(screen.getByRole('region', { name: 'Connected accounts' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Ben is no longer connected.')
  })

  it('keeps the account until the server confirms, and ignores a second click', async () => {
    const disconnect = vi.fn(() => new Promise<undefined>(() => {}))
    const { user } = show({ accounts: [anna], disconnect })
    await user.click(await screen.findByRole('button', { name: 'Disconnect Anna Sandbox' }))
    const confirm = within(screen.getByRole('group')).getByRole('button', { name: /Disconnect/ })
    await user.dblClick(confirm)
    expect(confirm).toHaveAttribute('aria-disabled', 'true')
    expect(nameShown('Anna Sandbox')).toBeVisible()
    expect(disconnect).toHaveBeenCalledOnce()
    await user.keyboard('{Escape}')
    expect(confirm).toBeVisible()
  })

  it('shows a refusal and what to do, and can be retried', async () => {
    let refusal: ConnectError | undefined = new ConnectError('upstream_unavailable')
    const { user } = show({ accounts: [anna], disconnect: () => refusal })
    await user.click(await screen.findByRole('button', { name: 'Disconnect Anna Sandbox' }))
    const confirm = within(screen.getByRole('group')).getByRole('button', { name: 'Disconnect' })
    await user.click(confirm)
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The account is still connected. Our connection service isn’t responding right now. Try again in a few minutes.',
    )
    expect(nameShown('Anna Sandbox')).toBeVisible()
    refusal = undefined
    await user.click(confirm)
    expect(await screen.findByText('No accounts connected yet.')).toBeVisible()
  })

  it('moves the focus to the list when the account in question is removed elsewhere', async () => {
    const { client, user } = show({ accounts: [anna, ben] })
    await user.click(await screen.findByRole('button', { name: 'Disconnect Anna Sandbox' }))
    act(() => client.push([ben]))
    expect(screen.queryByRole('group')).toBeNull()
    expect(screen.getByRole('region', { name: 'Connected accounts' })).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('Anna Sandbox is no longer connected.')
  })

  it('does not move the focus when another account is removed', async () => {
    const { client, user } = show({ accounts: [anna, ben] })
    await user.click(await screen.findByRole('button', { name: 'Rename Ben' }))
    act(() => client.push([ben]))
    expect(screen.getByRole('textbox')).toHaveFocus()
  })
})

describe('reconnecting', () => {
  it.each(['disconnected', 'partial'] as const)(
    'is offered by default if an account is %s',
    async (status) => {
      const reconnect = vi.fn()
      const account = { ...anna, status }
      const { user } = show({ accounts: [account, ben] }, { reconnect })
      await user.click(await screen.findByRole('button', { name: /^Reconnect/ }))
      expect(reconnect).toHaveBeenCalledExactlyOnceWith(account)
    },
  )

  it('is offered for the statuses that the host names', async () => {
    show(
      {
        accounts: [
          { ...anna, status: 'degraded' },
          { ...ben, status: 'disconnected' },
        ],
      },
      { reconnect: () => {}, reconnectAt: ['degraded'] },
    )
    expect(await screen.findByRole('button', { name: 'Reconnect Anna Sandbox' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Reconnect Ben' })).toBeNull()
  })
})
