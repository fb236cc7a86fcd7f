import { render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeHost, problem } from '../../../test/fake-host.ts'
import { AccountList } from '../../components/accounts/account-list.tsx'
import { ConnectAccount } from '../../components/flow/connect-account.tsx'
import { useProviders } from './use-providers.ts'

const CATALOGUE = 'GET /connect/providers'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

interface PageProps {
  readonly session: () => Promise<string | null>
  readonly userKey?: string
  readonly flow?: boolean
}

/** A page with a list, a flow and the host's own use of the providers. */
function Page({ flow = true, ...options }: PageProps) {
  const providers = useProviders(options)
  return (
    <StrictMode>
      <output>{providers?.length}</output>
      <AccountList {...options} />
      {flow && <ConnectAccount {...options} memory={null} />}
    </StrictMode>
  )
}

/** The page with everything loaded. */
async function isLoaded() {
  expect(await screen.findByText('No accounts connected yet.')).toBeVisible()
  expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
  await waitFor(() => expect(screen.getByText('2')).toBeVisible())
}

it('a page fetches one session and reads the catalogue once, also in StrictMode', async () => {
  const host = fakeHost()
  const session = vi.fn(async () => 'token-1')
  render(<Page session={session} />)
  await isLoaded()
  expect(session).toHaveBeenCalledOnce()
  expect(host.requests.filter(({ call }) => call === CATALOGUE)).toHaveLength(1)
})

it('what mounts later uses them too', async () => {
  const host = fakeHost()
  const session = vi.fn(async () => 'token-1')
  const { rerender } = render(<Page session={session} flow={false} />)
  await screen.findByText('No accounts connected yet.')
  await waitFor(() => expect(screen.getByText('2')).toBeVisible())
  rerender(<Page session={session} />)
  await isLoaded()
  expect(session).toHaveBeenCalledOnce()
  expect(host.requests.filter(({ call }) => call === CATALOGUE)).toHaveLength(1)
})

it('one new session replaces one that was refused', async () => {
  let minted = 0
  const session = vi.fn(async () => `token-${++minted}`)
  const host = fakeHost()
  const refusesFirst = fetch
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) =>
    new Headers(init.headers).get('authorization') === 'Bearer token-1'
      ? problem('session_expired', 401)
      : refusesFirst(input, init),
  )
  render(<Page session={session} />)
  await isLoaded()
  expect(session).toHaveBeenCalledTimes(2)
  expect(new Set(host.requests.map(({ token }) => token))).toEqual(new Set(['Bearer token-2']))
})

it('another user gets a session and a catalogue of their own', async () => {
  const host = fakeHost()
  let user = 'anna'
  const session = vi.fn(async () => user)
  const { rerender } = render(<Page session={session} userKey="anna" />)
  await isLoaded()
  const before = host.requests.length
  user = 'ben'
  rerender(<Page session={session} userKey="ben" />)
  await waitFor(() => expect(session).toHaveBeenCalledTimes(2))
  await isLoaded()
  await waitFor(() =>
    expect(host.requests.slice(before).filter(({ call }) => call === CATALOGUE)).toHaveLength(1),
  )
  expect(new Set(host.requests.slice(before).map(({ token }) => token))).toEqual(new Set(['Bearer ben']))
})

it('nothing is left for a page that is shown after another one', async () => {
  fakeHost()
  const session = vi.fn(async () => 'token-1')
  const first = render(<Page session={session} />)
  await isLoaded()
  first.unmount()
  await Promise.resolve()
  render(<Page session={session} />)
  await isLoaded()
  expect(session).toHaveBeenCalledTimes(2)
})

it('a failed read is not kept', async () => {
  let isDown = true
  const host = fakeHost({
    instead: {
      [CATALOGUE]: () =>
        isDown
          ? new Response('', { status: 404 })
          : Response.json({
              providers: [],
            }),
    },
  })
  const session = async () => 'token-1'
  render(<ConnectAccount session={session} memory={null} />)
  const retry = await screen.findByRole('button', { name: 'Try again' })
  isDown = false
  retry.click()
  expect(await screen.findByText('No accounts are available to connect.')).toBeVisible()
  expect(host.requests.filter(({ call }) => call === CATALOGUE)).toHaveLength(2)
})
