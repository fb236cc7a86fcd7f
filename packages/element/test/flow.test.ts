import type { Step } from '@connect-account/core'
import { sampleAccount, sampleProvider, scriptedTransport } from '@connect-account/core/testing'
import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { add, consoleErrors, elements, find, findPart, loadElements, record } from './page.ts'

loadElements()

const otp: Step = { type: 'otp', id: 'code', format: 'digits', length: 6 }
const linked: Step = { type: 'linked', account: sampleAccount }
const providers = ['linkedin', 'whatsapp', 'google'].map(sampleProvider)

const asksForCode = () =>
  scriptedTransport({
    providers,
    start: () => otp,
    solve: async (answer) => {
      if (answer === '123456') return linked
      throw new (elements().ConnectError)('invalid_code')
    },
  })

const choose = async (provider: string) => userEvent.click(await find(`[data-provider="${provider}"]`))

async function signInToLinkedIn() {
  await choose('linkedin')
  await userEvent.fill(page.getByLabelText('Email or phone'), 'anna@example.com')
  await userEvent.fill(page.getByLabelText('Password', { exact: true }), 'a password')
  await userEvent.click(page.getByRole('button', { name: 'Sign in', exact: true }))
}

it('links LinkedIn: credentials, a wrong code, a code, the end', async () => {
  const errors = consoleErrors()
  const element = add('connect-account', { transport: asksForCode(), closable: true })
  const seen = record(document, 'ca-linked', 'ca-end', 'ca-close')
  const happened = record(element, 'ca-event')
  await signInToLinkedIn()

  const code = page.getByLabelText('Code', { exact: true })
  await userEvent.fill(code, '000000')
  await expect.element(page.getByRole('alert')).toBeVisible()
  await userEvent.clear(code)
  await userEvent.type(code, '123456')

  await expect.element(page.getByRole('heading')).toHaveTextContent('LinkedIn is connected')
  expect(element.querySelector('[data-ca="root"]')).toHaveAttribute('data-step', 'linked')
  const details = { reason: 'answer', provider: 'linkedin', intentId: 'intent-1' }
  expect(seen).toEqual([
    ['ca-end', { outcome: linked, ...details }],
    ['ca-linked', { account: sampleAccount, ...details }],
  ])
  await userEvent.click(await find('[data-ca="button"]'))
  await expect.poll(() => seen.at(-1)?.[0]).toBe('ca-close')
  expect(errors).toEqual([])
  await expect.poll(() => JSON.stringify(happened)).toContain('linked')
  expect(JSON.stringify(happened)).not.toMatch(/anna@example|a password|123456/)
})

it('links WhatsApp by a QR code', async () => {
  const transport = scriptedTransport({
    providers,
    start: () => ({
      type: 'qr',
      id: 'qr',
      qrcode: 'a-code',
      round: 1,
      shownAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    }),
  })
  const element = add('connect-account', { transport })
  await choose('whatsapp')
  const code = await find('[data-ca="qr-code"] svg, svg[data-ca="qr-code"]')
  expect(code.getBoundingClientRect().width).toBeGreaterThan(100)
  transport.push(linked)
  const end = await find('[data-step="linked"]')
  // Not closable: no button that does nothing.
  expect(element.querySelector('[data-variant="primary"]')).toBeNull()
  expect(element.contains(end)).toBe(true)
})

/** Whether the popup's code is there, with what it imports. */
function hasLoaded(): boolean {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  return ['consent-window', 'confirm-return'].every((file) => loaded.some((name) => name.includes(file)))
}

it('opens the consent page in a popup', async () => {
  const transport = scriptedTransport({
    providers,
    start: () => ({ type: 'consent', id: 'c', url: 'about:blank#consent' }),
  })
  add('connect-account', { transport, consent: 'popup' })
  const popup = {
    location: { replace: vi.fn() },
    closed: false,
    close: vi.fn(),
    opener: null,
    focus: vi.fn(),
  }
  const open = vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window)
  await choose('google')
  await find('[data-step="consent"]')
  // Until the popup's code is there, the click would leave this page.
  await expect.poll(hasLoaded).toBe(true)
  await userEvent.click(await find('[data-step="consent"] [data-variant="primary"]'))
  expect(open).toHaveBeenCalledOnce()
  transport.push(linked)
  await find('[data-step="linked"]')
})

it('goes on after it was removed in the middle of a flow and put back', async () => {
  const transport = asksForCode()
  const element = add('connect-account', { transport })
  await choose('linkedin')
  await userEvent.fill(page.getByLabelText('Email or phone'), 'anna@example.com')
  element.remove()
  await expect.poll(() => element.childElementCount).toBe(0)
  document.body.append(element)
  await expect.element(page.getByLabelText('Email or phone')).toHaveValue('anna@example.com')
  await userEvent.fill(page.getByLabelText('Password', { exact: true }), 'a password')
  await userEvent.click(page.getByRole('button', { name: 'Sign in', exact: true }))

  await find('[data-step="otp"]')
  element.remove()
  await expect.poll(() => element.childElementCount).toBe(0)
  document.body.append(element)
  await find('[data-step="otp"]')
  await userEvent.fill(page.getByLabelText('Code', { exact: true }), '123456')
  await find('[data-step="linked"]')
  expect(transport.calls.filter((call) => call === 'startIntent')).toHaveLength(1)
  expect(transport.calls).not.toContain('cancel')
})

it('keeps what is typed when it is moved', async () => {
  const element = add('connect-account', { transport: asksForCode() })
  await choose('linkedin')
  await userEvent.fill(page.getByLabelText('Password', { exact: true }), 'a password')
  const place = document.createElement('main')
  document.body.append(place)
  place.append(element)
  await expect.element(page.getByLabelText('Password', { exact: true })).toHaveValue('a password')
  element.remove()
  place.remove()
})

it('speaks Arabic, from right to left', async () => {
  const element = add('connect-account', { transport: asksForCode(), locale: 'ar' })
  const root = await findPart('root')
  expect([root.lang, root.dir]).toEqual(['ar', 'rtl'])
  await expect.poll(() => element.textContent).toMatch(/[\u0600-\u06ff]/)
  element.locale = 'fr'
  await expect.poll(() => root.lang).toBe('fr')
})

it('works inside a form of the host, which sees none of it', async () => {
  const form = document.createElement('form')
  const submitted = vi.fn((event: Event) => event.preventDefault())
  const typed = vi.fn()
  form.addEventListener('submit', submitted)
  for (const type of ['input', 'change', 'keydown']) form.addEventListener(type, typed)
  document.body.append(form)
  const element = add('connect-account', { transport: asksForCode() }, form)
  await signInToLinkedIn()
  await userEvent.type(page.getByLabelText('Code', { exact: true }), '123456')
  await find('[data-step="linked"]')
  expect([...new FormData(form)]).toEqual([])
  expect(submitted).not.toHaveBeenCalled()
  expect(typed).not.toHaveBeenCalled()
  element.remove()
  form.remove()
})
