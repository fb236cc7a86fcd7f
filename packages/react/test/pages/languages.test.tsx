import { ConnectError, type Step } from '@connect-account/core'
import { languages } from '@connect-account/core/internal'
import { sampleAccount, scriptedTransport } from '@connect-account/core/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { ConnectAccount } from '../../src/index.ts'
import { findLocale } from '../../src/locales/find-locale.ts'
import type { Messages } from '../../src/locales/messages.ts'
import { english } from '../english.ts'
import { addKitStyles, find, findPart, show } from './page.ts'

const WIDTH = 320

// The size is restored for the tests of other files.
const { innerWidth, innerHeight } = window
beforeAll(() => page.viewport(WIDTH, 700))
afterAll(() => page.viewport(innerWidth, innerHeight))

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()

const code: Step = {
  type: 'otp',
  id: 'code',
  format: 'digits',
  length: 6,
  channel: 'sms',
  resendAt: inSeconds(30),
}
const qr: Step = {
  type: 'qr',
  id: 'qr',
  qrcode: 'a code',
  shownAt: inSeconds(0),
  expiresAt: inSeconds(60),
  round: 1,
}
const linked = (provider: string): Step => ({
  type: 'linked',
  account: { ...sampleAccount, provider, name: 'Anna' },
})

function start(tag: string) {
  let signIns = 0
  const transport = scriptedTransport({
    start: ({ provider }) => {
      if (provider === 'whatsapp') return qr
      signIns += 1
      return signIns === 1 ? new ConnectError('invalid_credentials') : code
    },
    solve: (answer) =>
      answer === '000000' ? { ...code, error: { code: 'invalid_code' } } : linked('linkedin'),
  })
  addKitStyles()
  show(
    <ConnectAccount
      transport={transport}
      memory={null}
      providers={['linkedin', 'whatsapp']}
      locale={findLocale(tag)}
    />,
    WIDTH - 16,
  )
  return transport
}

/** Every text of the kit that is shown, and the placeholders of its fields. */
function textsOnScreen(root: Element): string[] {
  const shown = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  for (let node = shown.nextNode(); node; node = shown.nextNode()) texts.push(node.nodeValue ?? '')
  for (const field of root.querySelectorAll('[placeholder]'))
    texts.push(field.getAttribute('placeholder') ?? '')
  return texts.map((text) => text.trim()).filter(Boolean)
}

/** The names and descriptions in the accessibility tree. */
async function textsInTree(): Promise<string[]> {
  const { frameTree } = await cdp().send('Page.getFrameTree')
  const frame = frameTree.childFrames?.find(({ frame }) => frame.url === location.href)
  if (!frame) throw new Error('The frame of the test was not found.')
  const { nodes } = await cdp().send('Accessibility.getFullAXTree', { frameId: frame.frame.id })
  // The page has a title of its own, and lines are parts of texts.
  const ofTest = new Set(['RootWebArea', 'InlineTextBox'])
  return nodes
    .filter(({ ignored, role }) => !ignored && !ofTest.has(String(role?.value)))
    .flatMap(({ name, description }) => [name?.value, description?.value])
    .filter((text) => typeof text === 'string' && text !== '')
}

const PLACEHOLDER = '\u0001'

/** Patterns of the messages. Those without a word of their own would match anything. */
function patternsOf(value: unknown): RegExp[] {
  if (typeof value === 'function') {
    // A number chooses a plural, a name its preposition, and a second argument may be left out.
    const given = [PLACEHOLDER, 'LinkedIn', 'WhatsApp', '1', '2']
    return given.flatMap((first) =>
      [PLACEHOLDER, '', 'sms'].flatMap((second) => patternsOf(value(first, second))),
    )
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(patternsOf)
  if (typeof value !== 'string' || !/\p{L}/u.test(value)) return []
  const parts = value
    .split(new RegExp(`${PLACEHOLDER}|NaN(?::NaN)?`))
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return [new RegExp(`^${parts.join('.+')}$`, 'u')]
}

/** What is the same in each language: names, and what the user typed. */
const isData = (text: string) => /^(LinkedIn|WhatsApp|Anna|anna@example\.com|[\P{L}•]*)$/u.test(text)

async function messagesOf(tag: string): Promise<Messages> {
  const { messages } = findLocale(tag)
  return typeof messages === 'function' ? await messages() : (messages ?? english)
}

/** Checks the texts of the screen, its direction, and that nothing is cut off. */
async function check(tag: string) {
  const root = await findPart('root')
  const own = patternsOf(await messagesOf(tag))
  const shown = textsOnScreen(root)
  const texts = [...shown, ...(await textsInTree())]
  expect(texts.length).toBeGreaterThan(2)
  const isMessage = (text: string) =>
    // A title ends with a stop if a sentence follows.
    [text, text.replace(/[.。]$/, '')].some(
      (form) => isData(form) || own.some((pattern) => pattern.test(form)),
    )
  // A name or an announcement may consist of several.
  const isOwn = (text: string): boolean =>
    isMessage(text) ||
    [...text.matchAll(/\s+/g)].some(
      ({ index }) => isMessage(text.slice(0, index)) && isOwn(text.slice(index).trim()),
    )
  expect(texts.filter((text) => !isOwn(text))).toEqual([])

  expect(root.lang).toBe(tag)
  const isRtl = tag === 'ar' || tag === 'he'
  expect(getComputedStyle(root).direction).toBe(isRtl ? 'rtl' : 'ltr')
  const label = root.querySelector('[data-ca="label"]')
  const input = root.querySelector('[data-ca="input"]')
  if (label && input) {
    const range = document.createRange()
    range.selectNodeContents(label)
    const [text, box] = [range.getBoundingClientRect(), input.getBoundingClientRect()]
    const side = isRtl ? 'right' : 'left'
    expect(Math.abs(text[side] - box[side])).toBeLessThan(4)
  }

  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(WIDTH)
  const cut = [root, ...root.querySelectorAll('h2, h3, p, label, li, button, span, fieldset')].filter(
    (element) => element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1,
  )
  expect(cut.map((element) => element.textContent)).toEqual([])
}

const stepIs = (type: string) => find(`[data-ca="root"][data-step="${type}"] [data-ca="heading"]`)
const primary = () => find('[data-ca="button"][data-variant="primary"]:not([data-pending])')

async function signIn(password: string) {
  await userEvent.fill(await find('input[autocomplete="username"]'), 'anna@example.com')
  await userEvent.fill(await find('input[type="password"]'), password)
  await userEvent.click(await primary())
}

describe.each(languages)('in %s', (tag) => {
  it('LinkedIn is linked with a password and a code', async () => {
    start(tag)
    await userEvent.click(await find('[data-provider="linkedin"]'))
    await stepIs('credentials')
    await find('input[type="password"]')
    await check(tag)

    await userEvent.click(await primary())
    await findPart('field-error')
    await check(tag)

    await signIn('wrong')
    await findPart('alert')
    await check(tag)

    await signIn('right')
    const field = await find('input[autocomplete="one-time-code"]')
    await check(tag)
    await userEvent.fill(field, '000000')
    await findPart('alert')
    await check(tag)
    await userEvent.fill(field, '123456')
    await stepIs('linked')
    await check(tag)
  })

  it('WhatsApp is linked with a QR code', async () => {
    const transport = start(tag)
    await find('[data-provider="whatsapp"]')
    await check(tag)
    await userEvent.click(await find('[data-provider="whatsapp"]'))
    await findPart('qr')
    await check(tag)
    transport.push(linked('whatsapp'))
    await stepIs('linked')
    await check(tag)
  })
})
