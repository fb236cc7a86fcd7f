import { directionOf, type Language, languages } from '@connect-account/core/internal'
import { linkRefusals } from '@connect-account/core/protocol'
import { describe, expect, test } from 'vitest'
// The hosted page shows the same refusals, if a link ends while it is open.
import { loadWords } from '../../hosted/src/page/words/load-words.ts'
import { pageLanguage } from '../src/plain-pages/page-language.ts'
import type { PageReader } from '../src/plain-pages/plain-page.ts'
import { plainWords } from '../src/plain-pages/words/words.ts'
import { refusedPage, returnedPage } from '../src/routes/consent-pages.ts'
import { refusedLinkPage } from '../src/routes/link-pages.ts'
import { wizardLinkPage, wizardPage, wizardWaitingPage } from '../src/routes/wizard-pages.ts'

const product: PageReader['product'] = {
  name: 'Tidewater',
  brand: { name: 'Tidewater', logo: 'https://tidewater.example/logo.svg' },
  support: { url: 'mailto:help@tidewater.example' },
}

/** Every page that the server writes itself. */
async function everyPage(reader: PageReader): Promise<readonly Response[]> {
  const back = { ...reader, returnTo: 'https://app.example/', provider: 'google' }
  const stay = { ...reader, returnTo: undefined, provider: undefined }
  const owner = { name: 'Anna', email: 'anna@tidewater.example' }
  const ended = (outcome: string) => ({ type: 'ended', outcome, provider: 'linkedin' }) as const
  const pages = await Promise.all([
    ...(['forged', 'expired', 'used'] as const).flatMap((refusal) => [
      refusedPage(refusal, back),
      refusedPage(refusal, stay),
    ]),
    returnedPage({ intentId: 'i' }, back),
    returnedPage({ intentId: 'i' }, stay),
    wizardLinkPage('t', owner, reader),
    wizardLinkPage('t', undefined, reader),
    wizardWaitingPage({ state: 's', token: undefined }, '?asked=1', reader),
    wizardPage({ type: 'unknown' }, reader),
    wizardPage({ type: 'pending', isConfirmed: false }, reader),
    wizardPage({ type: 'pending', isConfirmed: true }, reader),
    wizardPage(ended('linked'), reader),
    wizardPage(ended('failed'), reader),
    refusedLinkPage('link_not_found', reader),
    refusedLinkPage('link_expired', reader),
    refusedLinkPage('link_used', reader),
    refusedLinkPage('link_revoked', reader),
    refusedLinkPage('link_in_use', reader),
    refusedLinkPage('rate_limited', reader),
    refusedLinkPage('link_account_removed', reader),
  ])
  return pages.filter((page) => page !== undefined)
}

/** What a user reads of a page, and what its script may show. */
async function textsOf(page: Response): Promise<string[]> {
  const html = await page.text()
  const message = /data-message="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '{}'
  const { notOpened = '', offline = '' }: Record<string, string> = JSON.parse(message)
  const shown = html
    .replace(/<(style|script)>.*?<\/\1>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
  return [...shown, notOpened, offline].filter((text) => text !== '' && !hostsOwn.has(text))
}

const hostsOwn = new Set(['Tidewater', 'Anna', 'anna@tidewater.example', '(', ')', '.'])

async function everyText(language: Language, named: PageReader['product'] = product): Promise<string[][]> {
  const pages = await everyPage({ product: named, language })
  return Promise.all(pages.map(textsOf))
}

const others = languages.filter((language) => language !== 'en')

describe.each(others)('in %s', (language) => {
  test('no page shows a text of the English one', async () => {
    const [english, translated] = await Promise.all([everyText('en'), everyText(language)])
    expect(translated.length).toBe(23)
    for (const [at, texts] of translated.entries()) {
      expect(texts.length).toBeGreaterThan(2)
      const known = new Set(english[at])
      expect(texts.filter((text) => known.has(text))).toEqual([])
    }
  })

  test('a page of a product without a name is whole', async () => {
    const texts = await everyText(language, {})
    expect(texts.flat().join()).not.toMatch(/\b(undefined|null)\b|\[object/)
  })

  test('a link is refused in the words of the hosted page', async () => {
    expect(plainWords[language].refusals).toEqual((await loadWords(language)).refusals)
  })
})

test('in English a link is refused in the words of the protocol', () => {
  expect(plainWords.en.refusals).toEqual(linkRefusals)
})

test.each(languages)('a page in %s names its language and direction', async (language) => {
  for (const page of await everyPage({ product, language })) {
    expect(await page.text()).toContain(`<html lang="${language}" dir="${directionOf(language)}"`)
  }
})

test('a page loads nothing but the logo, and styles itself in the host’s colors', async () => {
  const appearance = { colorScheme: 'light', variables: { accent: '#f5c400', radiusM: '3px' } } as const
  const [page] = await everyPage({ product: { ...product, appearance }, language: 'en' })
  const html = (await page?.text()) ?? ''
  expect(html).toContain('--accent:#f5c400;--ink:#000')
  expect(html).toContain('--ca-radius-m:3px')
  expect(html).not.toContain('prefers-color-scheme')
  expect(page?.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self' https:; base-uri 'none'/,
  )
})

test('a dark page lightens an accent that would be unreadable', async () => {
  const appearance = { colorScheme: 'dark', variables: { accent: '#111111' } } as const
  const [page] = await everyPage({ product: { appearance }, language: 'en' })
  expect(await page?.text()).toMatch(/color-scheme:dark;--accent:#(?!111111)[\da-f]{6};--ink:#000/)
})

test('the mark of a known provider has a badge that says how it went', async () => {
  const reader: PageReader = { product, language: 'en' }
  const linked = await wizardPage({ type: 'ended', outcome: 'linked', provider: 'linkedin' }, reader)
  expect(await linked.text()).toMatch(/class="mark of-provider success">.*<span class="badge"><svg/s)
  const refused = await refusedLinkPage('link_used', reader)
  expect(await refused?.text()).toContain('class="mark warning"')
})

describe('the language of a page', () => {
  test.each<[expected: Language, accepts: string | undefined, locale?: string]>([
    ['fr', 'fr-CH, fr;q=0.9, en;q=0.8'],
    ['de', 'tlh, en;q=0.2, de;q=0.7'],
    ['en', 'fr;q=0, pl'],
    ['en', undefined],
    ['en', ', ;q=,'],
    ['he', 'fr', 'iw-IL'],
    ['en', 'fr', 'tlh'],
  ])('is %s for a browser that accepts %s and a link in %s', (expected, accepts, locale) => {
    const headers = new Headers()
    if (accepts !== undefined) headers.set('accept-language', accepts)
    expect(pageLanguage(new Request('https://host.example', { headers }), locale)).toBe(expected)
  })
})
