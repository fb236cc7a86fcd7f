import { languages } from '@connect-account/core/internal'
import { describe, expect, it, vi } from 'vitest'
import { english } from '../../test/english.ts'
import { findLocale } from './find-locale.ts'
import type { Messages } from './messages.ts'

async function messagesOf(tag: string): Promise<Messages> {
  const { messages } = findLocale(tag)
  if (typeof messages !== 'function') throw new Error(`"${tag}" has no messages of its own.`)
  return messages()
}

/** Each text with its path. A function is called with arguments that its text must show. */
type Leaf = readonly [path: string, value: unknown]

function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, path ? `${path}.${key}` : key))
}

const kindOf = (value: unknown) => (Array.isArray(value) ? `array of ${value.length}` : typeof value)
/** A field needs a name of its own for sentences only if its label does not fit into them. */
const isOptional = (path: string) => /^forms\.fields\..*\.name$/.test(path)
const shapeOf = (messages: Messages) =>
  leavesOf(messages)
    .filter(([path]) => !isOptional(path))
    .map(([path, value]) => `${path}: ${kindOf(value)}`)

/** Arguments of a message, by its path. */
function samplesFor(path: string): readonly unknown[] {
  if (/\.(two_factor|otp|otp_or_in_app)$/.test(path)) return ['Nebula', 'email']
  if (/resendIn|ResendIn|freshFor|retryIn|tooOftenFor|resent|results|wrongFields|tooLong/.test(path))
    return [37]
  if (/fieldErrors\.(cookie_missing|password_refused)/.test(path)) return ['Nebula', { cookie: 'Quasar' }]
  if (/help\.(degraded|partial)$/.test(path)) return ['recruiter']
  return ['Nebula', 'Quasar']
}

/** Messages that do not mention their first argument in English either are compared with English. */
const mentions = (text: unknown, value: unknown) => new RegExp(String(value), 'i').test(String(text))

/** Words that are the same in English. */
const sharedWords: Readonly<Record<string, readonly string[]>> & { readonly all: readonly string[] } = {
  all: ['TLS', 'STARTTLS'],
  fr: ['Code', 'Captcha', 'Cookies', 'Cookie', 'Port', 'Type'],
  de: ['Code', 'Captcha', 'Cookies', 'Cookie', 'Port', 'Name', 'Link', 'Server'],
  es: ['Captcha', 'Cookies', 'Cookie'],
  'pt-BR': ['Captcha', 'Cookies', 'Cookie', 'Link'],
  it: ['Captcha', 'Cookie', 'Link', 'Server', 'email', 'Email', 'Password', 'Privacy'],
  nl: ['Captcha', 'Cookies', 'Cookie', 'Link', 'Server', 'Privacy'],
}

const translated = languages.filter((tag) => tag !== 'en')

describe.each(translated)('the messages in %s', (tag) => {
  it('have the shape of the English ones', async () => {
    expect(shapeOf(await messagesOf(tag)).sort()).toEqual(shapeOf(english).sort())
  })

  it('show every argument that the English ones show', async () => {
    const own = new Map(leavesOf(await messagesOf(tag)))
    const missing: string[] = []
    for (const [path, message] of leavesOf(english)) {
      const translation = own.get(path)
      if (typeof message !== 'function' || typeof translation !== 'function') continue
      const given = samplesFor(path)
      const shown = [message(...given), translation(...given)]
      const values = given.flatMap((value) =>
        typeof value === 'object' ? Object.values(value ?? {}) : [value],
      )
      for (const value of values)
        if (mentions(shown[0], value) && !mentions(shown[1], value) && value !== 'email')
          missing.push(`${path} lacks ${value}: ${shown[1]}`)
    }
    expect(missing).toEqual([])
  })

  it('are not English, except words that the language shares', async () => {
    const own = new Map(leavesOf(await messagesOf(tag)))
    const shared = new Set([...sharedWords.all, ...(sharedWords[tag] ?? [])])
    const show = (path: string, text: unknown) =>
      String(typeof text === 'function' ? text(...samplesFor(path)) : text)
    const same = leavesOf(english)
      .map(([path, text]) => [path, show(path, text)] as const)
      .filter(([path, text]) => show(path, own.get(path)) === text)
      // What is left of a message without its arguments may be a sign between them.
      .filter(([, text]) => /\p{L}/u.test(text.replace(/Nebula|Quasar/g, '')) && !shared.has(text))
    expect(same).toEqual([])
  })

  it('have no blank at their ends, and none twice', async () => {
    const texts = leavesOf(await messagesOf(tag)).flatMap(([path, value]) =>
      typeof value === 'function' ? value(...samplesFor(path)) : value,
    )
    expect(
      texts.filter((text) => typeof text !== 'string' || text !== text.trim() || / {2}/.test(text)),
    ).toEqual([])
  })

  it('count in the plural forms of the language', async () => {
    const { picker, retryIn } = await messagesOf(tag)
    for (const count of [1, 2, 3, 11, 100]) expect(picker.results(count)).not.toContain('#')
    for (const seconds of [1, 2, 45, 61, 600]) expect(retryIn(seconds)).not.toContain('#')
  })
})

describe('the locale for a tag', () => {
  it.each([
    ['fr-CA', 'fr'],
    ['de-CH', 'de'],
    ['iw', 'he'],
    ['pt', 'pt-BR'],
    ['zh-Hans-HK', 'zh-CN'],
    ['en-GB', 'en'],
  ])('%s is %s', (tag, expected) => {
    expect(findLocale(tag).tag).toBe(expected)
  })

  it('is the first of a list that the kit has', () => {
    expect(findLocale(['tlh', 'ar-EG', 'fr']).tag).toBe('ar')
  })

  it('is English for an unknown one, which is reported once', () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(findLocale('tlh').tag).toBe('en')
    expect(findLocale('tlh').tag).toBe('en')
    expect(error).toHaveBeenCalledOnce()
    expect(error.mock.calls[0]?.[0]).toContain('"tlh"')
  })
})
