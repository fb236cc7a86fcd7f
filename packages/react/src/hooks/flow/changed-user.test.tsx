import { sampleAccount, sampleIntent, sampleProvider, scriptedAccounts } from '@connect-account/core/testing'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeHost } from '../../../test/fake-host.ts'
import { ConnectAccount } from '../../components/flow/connect-account.tsx'
import { useAccounts } from '../accounts/use-accounts.ts'
import { useProviders } from '../session/use-providers.ts'
import type { ConnectOptions } from './connect-options.ts'
import { useConnectAccount } from './use-connect-account.ts'

beforeEach(() => {
  sessionStorage.clear()
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const otp = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const

/** Signs in and reaches the code. */
async function reachCode() {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'LinkedIn' }))
  await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
  expect(await screen.findByLabelText('Code')).toBeVisible()
}

const tokensFrom = (requests: readonly { token: string | null }[], at: number) =>
  new Set(requests.slice(at).map(({ token }) => token))

describe('a flow', () => {
  it('starts again for another user, and sends nothing with the previous user’s token', async () => {
    const host = fakeHost({ foreign: true })
    const tree = (user: string) => <ConnectAccount session={async () => `token-of-${user}`} userKey={user} />
    const { rerender } = render(tree('anna'))
    await reachCode()
    const before = host.requests.length
    rerender(tree('bob'))
    expect(screen.queryByLabelText('Code')).not.toBeInTheDocument()
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    await reachCode()
    expect(tokensFrom(host.requests, before)).toEqual(new Set(['Bearer token-of-bob']))
  })

  it('starts again with another session string, and checks whether the intent is this user’s', async () => {
    const host = fakeHost({ foreign: true })
    const { rerender } = render(<ConnectAccount session="token-of-anna" />)
    await reachCode()
    const before = host.requests.length
    rerender(<ConnectAccount session="token-of-bob" />)
    expect(screen.queryByLabelText('Code')).not.toBeInTheDocument()
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    expect(tokensFrom(host.requests, before)).toEqual(new Set(['Bearer token-of-bob']))
    expect(host.requests.slice(before).map(({ call }) => call)).toContain('GET /connect/intents/intent-1')
    expect(sessionStorage).toHaveLength(0)
  })

  it('continues at its step with a fresh token of the same user', async () => {
    const host = fakeHost()
    const { rerender } = render(<ConnectAccount session="token-1" memory={null} />)
    await reachCode()
    rerender(<ConnectAccount session="token-2" memory={null} />)
    expect(await screen.findByLabelText('Code')).toBeVisible()
    expect(host.requests.at(-1)?.token).toBe('Bearer token-2')
    expect(host.answered('POST /connect/intents')).toBe(1)
  })

  it('ignores a fresh token if it has a userKey', async () => {
    const host = fakeHost()
    const { rerender } = render(<ConnectAccount session="token-1" userKey="anna" />)
    await reachCode()
    rerender(<ConnectAccount session="token-2" userKey="anna" />)
    expect(screen.getByLabelText('Code')).toBeVisible()
    expect(host.answered('GET /connect/providers')).toBe(1)
  })

  it('waits for a session that is set late', async () => {
    fakeHost()
    const tree = (session: string | undefined) => <ConnectAccount session={session as string} />
    const { rerender } = render(tree(undefined))
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible()
    rerender(tree('token'))
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
  })

  it('does not resume an intent of another user that this tab remembers', async () => {
    fakeHost()
    sessionStorage.setItem('connect-account:intent:', 'intent-of-anna')
    render(<ConnectAccount session="token-of-bob" />)
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
    expect(sessionStorage).toHaveLength(0)
  })

  it('starts again for another account, other providers and another backend', async () => {
    const host = fakeHost()
    const { result, rerender } = renderHook(
      (changes: object) => useConnectAccount({ session: 'token', ...changes }),
      {
        initialProps: {},
      },
    )
    const offered = async () => {
      await waitFor(() => expect(result.current.step.type).toBe('choosing_provider'))
      return result.current.step.type === 'choosing_provider' ? result.current.step.providers.length : 0
    }
    expect(await offered()).toBe(2)
    rerender({ providers: ['linkedin', 'whatsapp'] })
    expect(result.current.step.type).toBe('preparing')
    expect(await offered()).toBe(2)
    // The same providers in another array are not a change.
    rerender({ providers: ['linkedin', 'whatsapp'] })
    expect(result.current.step.type).toBe('choosing_provider')
    rerender({ accountId: 'a1' })
    expect(result.current.step.type).toBe('preparing')
    await offered()
    rerender({ accountId: 'a1', baseUrl: '/kit' })
    await offered()
    expect(host.requests.map(({ call }) => call)).toContain('GET /kit/providers')
  })
})

describe('the accounts', () => {
  it('of the previous user are removed at once', async () => {
    const host = fakeHost({ accounts: [sampleAccount] })
    const rendered: (readonly unknown[])[] = []
    const { result, rerender } = renderHook(
      ({ user }) => {
        const options = { session: async () => `token-of-${user}`, userKey: user }
        const list = useAccounts(options)
        const providers = useProviders(options)
        rendered.push([user, list.accounts.length, providers?.length])
        return { list, providers }
      },
      { initialProps: { user: 'anna' } },
    )
    await waitFor(() => expect(result.current.list.status).toBe('ready'))
    await waitFor(() => expect(result.current.providers).toHaveLength(1))
    const before = host.requests.length
    rerender({ user: 'bob' })
    expect(rendered.find(([user]) => user === 'bob')).toEqual(['bob', 0, undefined])
    await waitFor(() => expect(result.current.list.status).toBe('ready'))
    expect(tokensFrom(host.requests, before)).toEqual(new Set(['Bearer token-of-bob']))
  })

  it('of a previous client are removed, and its later events are ignored', async () => {
    let rename = () => {}
    const anna = scriptedAccounts({
      accounts: [sampleAccount],
      rename: () =>
        new Promise((resolve) => {
          rename = () => resolve(undefined)
        }),
    })
    const bob = scriptedAccounts({ accounts: [{ ...sampleAccount, name: 'Bob' }] })
    const { result, rerender } = renderHook(({ client }) => useAccounts({ client }), {
      initialProps: { client: anna },
    })
    await waitFor(() => expect(result.current.status).toBe('ready'))
    let renamed: Promise<boolean> | undefined
    act(() => {
      renamed = result.current.rename('a1', 'Mine')
    })
    rerender({ client: bob })
    expect(result.current.accounts).toEqual([])
    await waitFor(() => expect(result.current.status).toBe('ready'))
    rename()
    await act(async () => renamed)
    expect(result.current.accounts).toEqual([{ ...sampleAccount, name: 'Bob' }])
    expect(result.current.pending).toEqual({})
  })
})

function Flow({ options }: { options: ConnectOptions }) {
  useConnectAccount(options)
  return null
}

describe('two flows on one page', () => {
  const intents = ['first', 'second'].map((id) => sampleIntent(otp, { id }))

  /** The intents that each of two flows fetches after a reload. */
  function resumed(flows: readonly object[]) {
    const each = flows.map((options) => ({ options, asked: [] as string[] }))
    const { unmount } = render(
      each.map(({ options, asked }, index) => (
        <Flow key={String(index)} options={{ transport: recorded(asked), ...options }} />
      )),
    )
    return { asked: each.map(({ asked }) => asked), unmount }
  }

  function recorded(asked: string[]) {
    const refuse = () => Promise.reject(new Error('unexpected call'))
    return {
      listProviders: async () => [sampleProvider('linkedin'), sampleProvider('whatsapp')],
      startIntent: refuse,
      confirmReturn: refuse,
      getIntent: async (id: string) => {
        asked.push(id)
        return intents.find((intent) => intent.id === id) ?? refuse()
      },
      solve: refuse,
      resend: refuse,
      challenge: refuse,
      cancel: refuse,
      watch: () => () => {},
    }
  }

  it.each<[name: string, flows: readonly object[]]>([
    [
      'of different providers',
      [{ providers: ['linkedin', 'whatsapp'] }, { providers: ['whatsapp', 'linkedin'] }],
    ],
    ['with different names', [{ id: 'work' }, { id: 'home' }]],
    ['of two accounts', [{ accountId: 'a1' }, { accountId: 'a2' }]],
    ['with the same options', [{}, {}]],
  ])('%s keep their own intents across a reload', async (_, flows) => {
    const page = resumed(flows.map((options, index) => ({ ...options, intentId: intents[index]?.id })))
    await waitFor(() => expect(page.asked).toEqual([['first'], ['second']]))
    page.unmount()
    for (const time of [1, 2]) {
      const again = resumed(flows)
      await waitFor(() => expect(again.asked, `reload ${time}`).toEqual([['first'], ['second']]))
      again.unmount()
    }
  })

  it('that return from one consent page: one of them continues', async () => {
    window.history.replaceState(null, '', '/?connect_intent=first')
    const page = resumed([{}, {}])
    await waitFor(() => expect(page.asked.flat()).toEqual(['first']))
    page.unmount()
  })
})
