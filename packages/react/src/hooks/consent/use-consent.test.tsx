import { ConnectError } from '@connect-account/core'
import {
  sampleAccount,
  sampleIntent,
  scriptedTransport,
  type TransportScript,
} from '@connect-account/core/testing'
import { act, renderHook, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { ConnectOptions } from '../flow/connect-options.ts'
import { useConnectAccount } from '../flow/use-connect-account.ts'
import { hasOpenIntent } from './returned-intent.ts'

const consentStep = { type: 'consent', id: 'c', url: '#consent' } as const

beforeEach(() => {
  sessionStorage.clear()
  window.history.replaceState(null, '', '/page?tab=2')
})

afterEach(() => {
  vi.restoreAllMocks()
})

async function atConsent(
  options: Pick<ConnectOptions, 'consent'> &
    Pick<TransportScript, 'confirmReturn'> & { intentId?: undefined } = {},
) {
  const { consent, confirmReturn, ...rest } = options
  const transport = scriptedTransport({
    intent: sampleIntent(consentStep, { provider: 'google', method: 'consent' }),
    ...(confirmReturn && { confirmReturn }),
  })
  const { result } = renderHook(() =>
    useConnectAccount({
      transport,
      ...('intentId' in rest ? {} : { intentId: 'intent-1' }),
      ...(consent && { consent }),
    }),
  )
  const step = () => {
    const { current } = result
    if (current.step.type !== 'consent') throw new Error(`At "${current.step.type}".`)
    return current.step
  }
  await waitFor(() => expect(step().url).toBe('#consent'))
  return { step, transport, result }
}

function allowPopups() {
  const popup = { opener: window, location: { replace: vi.fn() }, focus: vi.fn(), close: vi.fn() }
  vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  return popup
}

it('opens the consent page in the same tab by default', async () => {
  const { step } = await atConsent()
  act(() => step().open())
  expect(window.location.hash).toBe('#consent')
  expect(step().isOpen).toBe(false)
})

it('opens a popup, and closes it when the server reports the result', async () => {
  const popup = allowPopups()
  const { step, transport, result } = await atConsent({ consent: 'popup' })
  await import('./consent-window.ts')
  act(() => step().open())
  expect(popup.location.replace).toHaveBeenCalledExactlyOnceWith('#consent')
  expect(step().isOpen).toBe(true)
  act(() => transport.push({ type: 'linked', account: sampleAccount }))
  await waitFor(() => expect(result.current.step.type).toBe('linked'))
  expect(popup.close).toHaveBeenCalled()
})

it('shows what a popup that returns after the intent’s time has linked', async () => {
  const popup = allowPopups()
  const confirmReturn = vi.fn((_token: string) => ({ type: 'linked', account: sampleAccount }) as const)
  const { step, transport, result } = await atConsent({ consent: 'popup', confirmReturn })
  await import('./consent-window.ts')
  act(() => step().open())
  act(() => transport.push({ type: 'expired' }))
  await waitFor(() => expect(result.current.step.type).toBe('expired'))
  expect(popup.close).not.toHaveBeenCalled()

  // The return makes the intent wait again; this page does not watch it any more.
  act(() => transport.push({ type: 'loading', id: 'late' }))
  const others = new BroadcastChannel('connect-account')
  onTestFinished(() => others.close())
  others.postMessage({ intentId: 'intent-1', token: 'token-1' })
  await waitFor(() => expect(result.current.step.type).toBe('linked'))
  expect(confirmReturn).toHaveBeenCalledExactlyOnceWith('token-1')
})

it('uses the same tab if the browser blocks the popup', async () => {
  vi.spyOn(window, 'open').mockReturnValue(null)
  const { step } = await atConsent({ consent: 'popup' })
  await import('./consent-window.ts')
  act(() => step().open())
  expect(window.location.hash).toBe('#consent')
  expect(step().isOpen).toBe(false)
})

it('sends the return address and the display mode with a start by consent', async () => {
  window.history.replaceState(null, '', '/page?tab=2&connect_intent=old-one')
  const start = vi.fn(() => consentStep)
  const transport = scriptedTransport({ start })
  const { result } = renderHook(() =>
    useConnectAccount({ transport, providers: ['google'], consent: 'popup' }),
  )
  // The old intent of the address does not exist.
  await waitFor(() => expect(result.current.step.type).toBe('failed'))
  act(() => result.current.restart())
  await waitFor(() => expect(result.current.step.type).toBe('consent'))
  expect(start).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ returnTo: 'http://localhost:3000/page?tab=2', display: 'popup' }),
  )
})

it('resumes the intent that the page’s address names, once, and cleans the address', async () => {
  window.history.replaceState({ kept: true }, '', '/page?tab=2&connect_intent=intent-1#there')
  expect(hasOpenIntent()).toBe(true)
  const { step } = await atConsent({ intentId: undefined })
  expect(step().provider.id).toBe('google')
  expect(window.location.href).toMatch(/\/page\?tab=2#there$/)
  expect(window.history.state).toEqual({ kept: true })
  expect(hasOpenIntent()).toBe(true)
})

it('does not resume an intent that another flow of this tab has open', () => {
  window.history.replaceState(null, '', '/page?connect_intent=intent-7')
  sessionStorage.setItem('connect-account:intent:account=account-3', 'intent-7')
  expect(hasOpenIntent({ accountId: 'account-3' })).toBe(true)
  expect(hasOpenIntent({ accountId: 'account-4' })).toBe(false)
  expect(hasOpenIntent()).toBe(false)
})

it('confirms the return that the page’s address has, once, and keeps its token out of the address', async () => {
  window.history.replaceState(null, '', '/page?tab=2&connect_intent=intent-1&connect_return=token-1#there')
  const confirmReturn = vi.fn((_token: string) => ({ type: 'linked', account: sampleAccount }) as const)
  const transport = scriptedTransport({
    intent: sampleIntent({ type: 'loading', id: 'l' }, { provider: 'google', method: 'consent' }),
    confirmReturn,
  })
  const { result } = renderHook(() => useConnectAccount({ transport }), { wrapper: StrictMode })
  await waitFor(() => expect(window.location.href).toMatch(/\/page\?tab=2#there$/))
  await waitFor(() => expect(result.current.step.type).toBe('linked'))
  expect(confirmReturn).toHaveBeenCalledExactlyOnceWith('token-1')
  expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('token-1')
})

it('confirms again after a failure of the network', async () => {
  window.history.replaceState(null, '', '/page?connect_intent=intent-1&connect_return=token-1')
  const replies = [new ConnectError('network_timeout'), { type: 'linked', account: sampleAccount } as const]
  const confirmReturn = vi.fn((_token: string) => replies.shift() ?? new ConnectError('return_used'))
  const transport = scriptedTransport({
    intent: sampleIntent({ type: 'loading', id: 'l' }, { provider: 'google', method: 'consent' }),
    confirmReturn,
  })
  const { result } = renderHook(() => useConnectAccount({ transport }))
  await waitFor(() => expect(result.current.step.type).toBe('unavailable'))
  act(() => {
    const { step } = result.current
    if (step.type === 'unavailable') step.retry()
  })
  await waitFor(() => expect(result.current.step.type).toBe('linked'))
  expect(confirmReturn).toHaveBeenCalledTimes(2)
})
