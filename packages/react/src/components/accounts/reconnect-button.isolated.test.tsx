import type { Account } from '@connect-account/core'
import {
  type ScriptedAccounts,
  sampleAccount,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useAccounts } from '../../hooks/accounts/use-accounts.ts'
import type { ConnectAccountDialogProps } from '../dialog/connect-account-dialog.tsx'
import { AccountListRoot } from './account-list-root.tsx'
import { ReconnectButton } from './reconnect-button.tsx'

const chunk = vi.hoisted(() => ({ isMissing: false }))

/** Replaces the native modal dialog, which stories test. */
vi.mock('./reconnect-flow.ts', () => ({
  get ConnectAccountDialog() {
    if (chunk.isMissing) throw new Error('The chunk is gone.')
    return function FakeDialog({
      accountId,
      providers,
      open,
      onOpenChange,
      onEnd,
    }: ConnectAccountDialogProps) {
      if (!open) return null
      return (
        <div role="dialog">
          {accountId} at {providers?.join()}
          <button type="button" onClick={() => onEnd?.({ type: 'mismatch' }, { reason: 'answer' })}>
            End
          </button>
          <button type="button" onClick={() => onOpenChange(false, { reason: 'escape' })}>
            Leave
          </button>
        </div>
      )
    }
  },
}))

afterEach(() => {
  chunk.isMissing = false
  sessionStorage.clear()
})

const disconnected: Account = { ...sampleAccount, status: 'disconnected' }
const transport = scriptedTransport()
const user = userEvent.setup()

describe('<ReconnectButton>', () => {
  it('opens the flow of its account, and reports how it ended', async () => {
    const onEnd = vi.fn()
    render(<ReconnectButton account={disconnected} transport={transport} onEnd={onEnd} />)
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Reconnect' }))
    expect(await screen.findByRole('dialog')).toHaveTextContent('a1 at linkedin')
    await user.click(screen.getByRole('button', { name: 'End' }))
    expect(onEnd).toHaveBeenCalledExactlyOnceWith({ type: 'mismatch' }, { reason: 'answer', accountId: 'a1' })
    await user.click(screen.getByRole('button', { name: 'Leave' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says that the flow failed to load, and retries on the next click', async () => {
    chunk.isMissing = true
    render(
      <ReconnectButton account={disconnected} transport={transport}>
        Sign in again
      </ReconnectButton>,
    )
    const opener = screen.getByRole('button', { name: 'Sign in again' })
    await user.click(opener)
    expect(await screen.findByRole('alert')).toHaveTextContent('Check your connection and try again.')
    chunk.isMissing = false
    await user.click(opener)
    expect(await screen.findByRole('dialog')).toBeVisible()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('resumes after a reload', async () => {
    sessionStorage.setItem('connect-account:intent:account=a1&providers=linkedin', 'intent-1')
    render(<ReconnectButton account={disconnected} transport={transport} />)
    expect(await screen.findByRole('dialog')).toBeVisible()
  })
})

interface ListProps {
  readonly client: ScriptedAccounts
}

function List({ client }: ListProps) {
  return <AccountListRoot list={useAccounts({ client })} reconnect={{ transport }} />
}

describe('in a list', () => {
  it('stays open when the account is reconnected, and moves the focus to the list', async () => {
    const client = scriptedAccounts({ accounts: [disconnected] })
    render(<List client={client} />)
    await user.click(await screen.findByRole('button', { name: 'Reconnect Anna Sandbox' }))
    await screen.findByRole('dialog')
    act(() => client.push([sampleAccount]))
    expect(screen.queryByRole('button', { name: /^Reconnect/ })).toBeNull()
    expect(screen.getByRole('dialog')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Leave' }))
    await waitFor(() => expect(screen.getByRole('region', { name: 'Connected accounts' })).toHaveFocus())
  })

  it('resumes the reconnect of this tab', async () => {
    sessionStorage.setItem('connect-account:intent:account=a2&providers=linkedin', 'intent-1')
    const client = scriptedAccounts({ accounts: [disconnected, { ...disconnected, id: 'a2' }] })
    render(<List client={client} />)
    expect(await screen.findByRole('dialog')).toHaveTextContent('a2')
  })

  it('says in the row that the flow failed to load', async () => {
    chunk.isMissing = true
    const client = scriptedAccounts({ accounts: [disconnected, { ...disconnected, id: 'a2', name: 'Ben' }] })
    render(<List client={client} />)
    await user.click(await screen.findByRole('button', { name: 'Reconnect Ben' }))
    expect((await screen.findByRole('alert')).closest('li')).toHaveTextContent('Ben')
  })
})
