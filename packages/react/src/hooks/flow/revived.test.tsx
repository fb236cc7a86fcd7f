import type { ConnectTransport, StartInput } from '@connect-account/core'
import { ConnectError } from '@connect-account/core'
import {
  sampleAccount,
  sampleIntent,
  sampleProvider,
  scriptedAccounts,
  scriptedTransport,
} from '@connect-account/core/testing'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Activity, StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeHost } from '../../../test/fake-host.ts'
import { ConnectAccount } from '../../components/flow/connect-account.tsx'
import { useAccounts } from '../accounts/use-accounts.ts'
import { useReconnect } from '../accounts/use-reconnect.ts'
import type { ConnectErrorReport } from '../error-reports/on-error.ts'
import { useProviders } from '../session/use-providers.ts'
import { useConnectAccount } from './use-connect-account.ts'

const otp = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const
const never = new Promise<never>(() => {})

beforeEach(() => {
  sessionStorage.clear()
  // React's own warnings about `act` are ignored here.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  expect(
    vi.mocked(console.error).mock.calls.filter(([text]) => /^Connect Account/.test(String(text))),
  ).toEqual([])
})

async function pick(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'LinkedIn' }))
  await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
}

describe('in StrictMode', () => {
  it('the flow links with the real client, and sends each request once', async () => {
    const user = userEvent.setup()
    const host = fakeHost()
    const onLinked = vi.fn()
    const onError = vi.fn()
    render(
      <StrictMode>
        <ConnectAccount session={async () => 'token'} onLinked={onLinked} onError={onError} />
      </StrictMode>,
    )
    await pick(user)
    await user.type(await screen.findByLabelText('Code'), '123456')
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    expect(onLinked).toHaveBeenCalledOnce()
    expect(onError).not.toHaveBeenCalled()
    expect(host.answered('POST /connect/intents')).toBe(1)
    expect(host.answered('GET /connect/providers')).toBe(1)
  })

  it('a flow resumes after a reload', async () => {
    const host = fakeHost({ intent: sampleIntent(otp) })
    sessionStorage.setItem('connect-account:intent:', 'intent-1')
    render(
      <StrictMode>
        <ConnectAccount session="token" />
      </StrictMode>,
    )
    expect(await screen.findByLabelText('Code')).toBeVisible()
    await waitFor(() => expect(host.streams).toBe(1))
  })

  it('the accounts and the providers load', async () => {
    fakeHost({ accounts: [sampleAccount] })
    const { result } = renderHook(
      () => ({ list: useAccounts({ session: 'token' }), providers: useProviders({ session: 'token' }) }),
      { wrapper: StrictMode },
    )
    await waitFor(() => expect(result.current.list.status).toBe('ready'))
    await waitFor(() => expect(result.current.providers).toHaveLength(1))
    expect(result.current.list.accounts).toEqual([sampleAccount])
  })

  it('a list with its own client loads', async () => {
    const client = scriptedAccounts({ accounts: [sampleAccount] })
    const { result, unmount } = renderHook(() => useAccounts({ client }), { wrapper: StrictMode })
    await waitFor(() => expect(result.current.status).toBe('ready'))
    expect(client.watching).toBe(1)
    unmount()
    expect(client.watching).toBe(0)
  })

  it('an account is reconnected', async () => {
    const transport = scriptedTransport({ start: () => ({ type: 'relinked', account: sampleAccount }) })
    const { result } = renderHook(
      () => useReconnect({ accountId: 'a1', provider: 'linkedin', transport, memory: null }),
      { wrapper: StrictMode },
    )
    expect(transport.calls).toEqual([])
    act(() => result.current.reconnect())
    await waitFor(() => expect(result.current.step?.type).toBe('credentials'))
    act(() => {
      if (result.current.step?.type === 'credentials')
        result.current.step.submit({ username: 'a', password: 'b' })
    })
    await waitFor(() => expect(result.current.step?.type).toBe('relinked'))
  })
})

describe('in <Activity>', () => {
  /** A flow that can be hidden and shown again. */
  function shown(transport: ConnectTransport) {
    const reports: ConnectErrorReport[] = []
    const tree = (mode: 'visible' | 'hidden') => (
      <StrictMode>
        <Activity mode={mode}>
          <ConnectAccount transport={transport} memory={null} onError={(report) => reports.push(report)} />
        </Activity>
      </StrictMode>
    )
    const { rerender } = render(tree('visible'))
    return {
      reports,
      hide: () => act(async () => rerender(tree('hidden'))),
      show: () => act(async () => rerender(tree('visible'))),
    }
  }

  it('a flow that is hidden while it opens, opens', async () => {
    const transport = scriptedTransport()
    const { hide, show, reports } = shown(transport)
    await hide()
    await show()
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    expect(reports).toEqual([])
  })

  it('a start is repeated with its key', async () => {
    const user = userEvent.setup()
    const starts: { key: string; credentials: unknown }[] = []
    const start = ({ idempotencyKey, credentials }: StartInput) => {
      starts.push({ key: idempotencyKey, credentials: credentials?.reveal() })
      return starts.length === 1 ? never : otp
    }
    const { hide, show, reports } = shown(scriptedTransport({ start }))
    await pick(user)
    await waitFor(() => expect(starts).toHaveLength(1))
    await hide()
    await show()
    expect(await screen.findByLabelText('Code')).toBeVisible()
    // In StrictMode, showing it again counts double.
    expect(new Set(starts.map((each) => JSON.stringify(each)))).toHaveProperty('size', 1)
    expect(starts.length).toBeGreaterThan(1)
    expect(reports).toEqual([])
  })

  it('a code that is being sent is not sent twice', async () => {
    const user = userEvent.setup()
    let settle = (_: { type: 'linked'; account: typeof sampleAccount }) => {}
    const solve = vi.fn(
      () =>
        new Promise<{ type: 'linked'; account: typeof sampleAccount }>((resolve) => {
          settle = resolve
        }),
    )
    const { hide, show, reports } = shown(scriptedTransport({ start: () => otp, solve }))
    await pick(user)
    await user.type(await screen.findByLabelText('Code'), '123456')
    await waitFor(() => expect(solve).toHaveBeenCalledOnce())
    await hide()
    settle({ type: 'linked', account: sampleAccount })
    await show()
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    expect(solve).toHaveBeenCalledOnce()
    expect(reports).toEqual([])
  })

  it('changes in the meantime show, and nothing is watched while it is hidden', async () => {
    const intent = sampleIntent(otp)
    const transport = scriptedTransport({ intent, start: () => otp, providers: [sampleProvider('whatsapp')] })
    const stops = vi.fn()
    const watch: ConnectTransport['watch'] = (id, watcher) => {
      const stop = transport.watch(id, watcher)
      return () => {
        stops()
        stop()
      }
    }
    const { hide, show } = shown({ ...transport, watch })
    expect(await screen.findByLabelText('Code')).toBeVisible()
    const before = stops.mock.calls.length
    await hide()
    expect(stops.mock.calls.length).toBe(before + 1)
    transport.push({ type: 'linked', account: sampleAccount })
    await show()
    expect(await screen.findByRole('heading', { name: /is connected/ })).toBeVisible()
  })
})

it('a refusal is still shown after the flow is hidden and shown', async () => {
  const transport = scriptedTransport({ providers: new ConnectError('provider_unavailable') })
  const { result } = renderHook(() => useConnectAccount({ transport, memory: null }), { wrapper: StrictMode })
  await waitFor(() =>
    expect(result.current.step).toMatchObject({
      type: 'unavailable',
      error: { code: 'provider_unavailable' },
    }),
  )
})
