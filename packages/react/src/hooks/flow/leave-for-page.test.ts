import { ConnectError, type ConnectTransport } from '@connect-account/core'
import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ConnectOptions } from './connect-options.ts'
import { leaveForPage } from './leave-for-page.ts'

const assign = vi.fn()
const intent = sampleIntent({ type: 'unsupported', id: 'novel', name: 'NOVEL' })
const memory = { read: () => undefined, write: () => {}, clear: vi.fn() }

const details = { provider: intent.provider, intentId: intent.id }
const flowOf = (transport: ConnectTransport, hostedPage: ConnectOptions['hostedPage']) => ({
  transport,
  memory,
  options: { transport, ...(hostedPage && { hostedPage }) },
})

beforeEach(() => {
  vi.stubGlobal('window', { location: { assign } })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.clearAllMocks()
})

it('cancels, forgets the intent and opens the page', async () => {
  const transport = scriptedTransport({ intent })
  const hostedPage = vi.fn(async () => 'https://host.test/hosted')
  expect(await leaveForPage(flowOf(transport, hostedPage), details)).toBe(true)
  expect(hostedPage).toHaveBeenCalledExactlyOnceWith({ provider: 'linkedin', intentId: intent.id })
  expect(transport.calls).toEqual(['cancel'])
  expect(memory.clear).toHaveBeenCalledOnce()
  expect(assign).toHaveBeenCalledExactlyOnceWith('https://host.test/hosted')
})

it('opens the page even if the intent cannot be canceled', async () => {
  const transport = scriptedTransport({ intent, cancel: () => new ConnectError('network_unreachable') })
  expect(
    await leaveForPage(
      flowOf(transport, () => 'https://host.test/hosted'),
      details,
    ),
  ).toBe(true)
  expect(assign).toHaveBeenCalledOnce()
})

it('cancels nothing if there is no page', async () => {
  const transport = scriptedTransport({ intent })
  expect(
    await leaveForPage(
      flowOf(transport, () => undefined),
      details,
    ),
  ).toBe(false)
  expect(transport.calls).toEqual([])
  expect(assign).not.toHaveBeenCalled()
})
