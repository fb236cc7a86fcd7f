import type { Account } from '@connect-account/core'
import { sampleAccount, sampleProvider } from '@connect-account/core/testing'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useProviders } from '../session/use-providers.ts'
import { useAccounts } from './use-accounts.ts'

afterEach(() => vi.unstubAllGlobals())

/** A host whose event streams send `accounts` and then stay open. */
function hostWith(accounts: Account[]) {
  const requests: { path: string; token: string | null }[] = []
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const send = (controller: ReadableStreamDefaultController<Uint8Array>) =>
    controller.enqueue(new TextEncoder().encode(`event: accounts\ndata: ${JSON.stringify({ accounts })}\n\n`))
  const fetch = vi.fn(async (input: string, init: RequestInit) => {
    const token = new Headers(init.headers).get('authorization')
    requests.push({ path: `${init.method} ${input}`, token })
    if (input.endsWith('/providers')) return Response.json({ providers: [sampleProvider('linkedin')] })
    if (init.method === 'PATCH') return Response.json({ ...sampleAccount, name: 'Work' })
    if (init.method === 'DELETE') {
      const problem = { code: 'upstream_unavailable', status: 503, title: 'Not now' }
      return new Response(JSON.stringify(problem), {
        status: 503,
        headers: { 'content-type': 'application/problem+json' },
      })
    }
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        open.add(controller)
        send(controller)
        init.signal?.addEventListener('abort', () => open.delete(controller))
      },
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  })
  vi.stubGlobal('fetch', fetch)
  return { requests, open }
}

it('watches the session’s accounts at the handler’s path, and stops with the component', async () => {
  const host = hostWith([sampleAccount])
  const { result, unmount } = renderHook(() => useAccounts({ session: 'token-1', baseUrl: '/kit' }))
  expect(result.current).toMatchObject({ status: 'loading', accounts: [] })
  await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', connection: 'live' }))
  expect(result.current.accounts).toEqual([sampleAccount])
  expect(host.requests).toEqual([{ path: 'GET /kit/accounts/events', token: 'Bearer token-1' }])
  unmount()
  await waitFor(() => expect(host.open.size).toBe(0))
})

it('shows what the server changed, and what it refused, by the account’s id', async () => {
  hostWith([sampleAccount])
  const { result } = renderHook(() => useAccounts({ session: 'token-1' }))
  await waitFor(() => expect(result.current.status).toBe('ready'))

  let answer: Promise<boolean> | undefined
  act(() => {
    answer = result.current.rename('a1', 'Work')
  })
  expect(result.current.pending).toEqual({ a1: 'rename' })
  expect(result.current.accounts[0]?.name).toBe('Anna Sandbox')
  expect(await act(async () => answer)).toBe(true)
  expect(result.current).toMatchObject({ pending: {}, accounts: [{ name: 'Work' }] })

  expect(await act(() => result.current.disconnect('a1'))).toBe(false)
  expect(result.current).toMatchObject({
    pending: {},
    accounts: [{ id: 'a1' }],
    failures: { a1: { verb: 'disconnect', code: 'upstream_unavailable' } },
  })
  act(() => result.current.dismiss('a1'))
  expect(result.current.failures).toEqual({})
})

it('does one thing at a time with an account', async () => {
  const host = hostWith([sampleAccount])
  const { result } = renderHook(() => useAccounts({ session: 'token-1' }))
  await waitFor(() => expect(result.current.status).toBe('ready'))
  await act(async () => {
    const { rename, disconnect } = result.current
    expect(await Promise.all([rename('a1', 'Work'), disconnect('a1')])).toEqual([true, false])
  })
  expect(host.requests.filter(({ path }) => path.startsWith('DELETE'))).toEqual([])
})

it('fetches again on refresh, and keeps the list in the meantime', async () => {
  const host = hostWith([sampleAccount])
  const { result } = renderHook(() => useAccounts({ session: 'token-1' }))
  await waitFor(() => expect(result.current.status).toBe('ready'))
  act(() => result.current.refresh())
  expect(result.current.accounts).toEqual([sampleAccount])
  await waitFor(() => expect(host.requests).toHaveLength(2))
  expect(host.open.size).toBe(1)
})

it('drops what another host reported', async () => {
  hostWith([sampleAccount])
  const { result, rerender } = renderHook(({ baseUrl }) => useAccounts({ session: 'token-1', baseUrl }), {
    initialProps: { baseUrl: '/one' },
  })
  await waitFor(() => expect(result.current.status).toBe('ready'))
  rerender({ baseUrl: '/two' })
  expect(result.current).toMatchObject({ status: 'loading', accounts: [] })
  await waitFor(() => expect(result.current.status).toBe('ready'))
})

it('fetches the providers, and again once the browser is back online', async () => {
  const host = hostWith([])
  vi.mocked(fetch).mockResolvedValueOnce(new Response('Bad gateway', { status: 502 }))
  const { result } = renderHook(() => useProviders({ session: async () => 'token-2' }))
  await waitFor(() => {
    window.dispatchEvent(new Event('online'))
    expect(result.current).toHaveLength(1)
  })
  expect(host.requests[0]).toEqual({ path: 'GET /connect/providers', token: 'Bearer token-2' })
})
