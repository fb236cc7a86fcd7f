import { sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ConnectAccount } from '../../components/flow/connect-account.tsx'
import { hasOpenIntent } from '../consent/returned-intent.ts'

beforeEach(() => {
  sessionStorage.clear()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const otp = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const

async function links() {
  const user = userEvent.setup()
  const start = vi.fn((_: { readonly idempotencyKey: string }) => otp)
  render(<ConnectAccount transport={scriptedTransport({ start })} />)
  await user.click(await screen.findByRole('button', { name: 'LinkedIn' }))
  await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
  await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
  expect(await screen.findByLabelText('Code')).toBeVisible()
  return start
}

const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

it('a page on plain http has no randomUUID: a start still has a key', async () => {
  const { crypto } = globalThis
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const start = await links()
  expect(start.mock.calls[0]?.[0].idempotencyKey).toMatch(/^[0-9a-f]{32}$/)
})

it('blocked storage: the flow works', async () => {
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(refuse)
  expect(hasOpenIntent()).toBe(false)
  await links()
})

it('media queries that are refused: the flow works', async () => {
  vi.stubGlobal('matchMedia', refuse)
  await links()
})

it('full storage: the flow works', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
  await links()
})

it('a history that cannot be changed: a return is resumed', async () => {
  const transport = scriptedTransport({ intent: sampleIntent(otp) })
  window.history.replaceState(null, '', '/?connect_intent=intent-1')
  const replaceState = vi.spyOn(window.history, 'replaceState').mockImplementation(refuse)
  render(<ConnectAccount transport={transport} />)
  expect(await screen.findByLabelText('Code')).toBeVisible()
  replaceState.mockRestore()
  window.history.replaceState(null, '', '/')
})

it.each<[name: string, value: unknown]>([
  ['en-US@posix', 'en-US@posix'],
  ['nothing', ''],
  ['undefined', undefined],
  ['x-klingon', 'x-klingon'],
  ['C', 'C'],
  ['de_DE.UTF-8', 'de_DE.UTF-8'],
])('navigator.language is %s: a number can be typed', async (_, language) => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language as string)
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(
    (language === undefined ? undefined : [language]) as string[],
  )
  const intent = sampleIntent({ type: 'phone', id: 'phone' })
  render(<ConnectAccount transport={scriptedTransport({ intent })} intentId={intent.id} memory={null} />)
  expect(await screen.findByLabelText('Country')).toBeVisible()
})

it('a browser without names of regions: countries are shown by their codes', async () => {
  vi.stubGlobal('Intl', {
    ...Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Reflect.get(Intl, name)])),
    DisplayNames: undefined,
  })
  const intent = sampleIntent({ type: 'phone', id: 'phone' })
  render(<ConnectAccount transport={scriptedTransport({ intent })} intentId={intent.id} memory={null} />)
  expect(await screen.findByRole('option', { name: 'FR (+33)' })).toBeInTheDocument()
})
