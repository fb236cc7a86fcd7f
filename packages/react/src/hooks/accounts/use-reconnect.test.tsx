import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { type ReconnectOptions, useReconnect } from './use-reconnect.ts'

afterEach(() => {
  sessionStorage.clear()
  history.replaceState(null, '', '/')
})

const account = { accountId: sampleAccount.id, provider: sampleAccount.provider }

function reconnectOf(options: Pick<ReconnectOptions, 'onLinked' | 'onClose'> = {}) {
  const start = vi.fn(() => ({ type: 'relinked' as const, account: sampleAccount }))
  const transport = scriptedTransport({ start })
  const { result } = renderHook(() => useReconnect({ ...account, transport, ...options }))
  async function signIn() {
    await waitFor(() => expect(result.current.step?.type).toBe('credentials'))
    const { step } = result.current
    act(() => {
      if (step?.type === 'credentials') step.submit({ username: 'anna', password: 'secret' })
    })
    await waitFor(() => expect(result.current.step?.type).toBe('relinked'))
  }
  function closeEnd() {
    const { step } = result.current
    act(() => {
      if (step?.type === 'relinked') step.close?.()
    })
  }
  return { result, transport, start, signIn, closeEnd }
}

it('fetches nothing until it is started, then starts at the account’s provider', async () => {
  const onLinked = vi.fn()
  const { result, transport, start, signIn } = reconnectOf({ onLinked })
  expect(result.current.step).toBeUndefined()
  expect(transport.calls).toEqual([])

  act(() => result.current.reconnect())
  await signIn()
  expect(start).toHaveBeenCalledWith(expect.objectContaining({ accountId: sampleAccount.id }))
  await waitFor(() => expect(onLinked).toHaveBeenCalledOnce())
})

it('starts again after an end, and hides when it is closed', async () => {
  const onClose = vi.fn()
  const { result, start, signIn, closeEnd } = reconnectOf({ onClose })
  for (const time of [1, 2]) {
    act(() => result.current.reconnect())
    await signIn()
    closeEnd()
    expect(result.current.step).toBeUndefined()
    expect(start).toHaveBeenCalledTimes(time)
    expect(onClose).toHaveBeenCalledTimes(time)
  }
})

it('continues by itself after a reload in the middle', async () => {
  sessionStorage.setItem(`connect-account:intent:account=${sampleAccount.id}&providers=linkedin`, 'intent-1')
  const { transport } = reconnectOf()
  await waitFor(() => expect(transport.calls).toContain('getIntent'))
})

it('does not resume an intent that the address names for another flow', async () => {
  history.replaceState(null, '', '/?connect_intent=foreign')
  const { result, transport } = reconnectOf()
  expect(location.search).toBe('?connect_intent=foreign')
  act(() => result.current.reconnect())
  await waitFor(() => expect(transport.calls).toContain('listProviders'))
  expect(transport.calls).not.toContain('getIntent')
})
