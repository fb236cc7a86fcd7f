import { languages } from '@connect-account/core/internal'
import { linkRefusals } from '@connect-account/core/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { pageLanguage } from '../page-language.ts'
import { words as english } from './en.ts'
import { loadWords } from './load-words.ts'

describe.each(languages.filter((language) => language !== 'en'))('the page in %s', (language) => {
  it('has no English left, and names the product', async () => {
    const words = await loadWords(language)
    const { refusals, introduction, outage, leaving, linked, notLinked } = words
    const texts = [refusals, introduction, outage, leaving, notLinked].map((part) => JSON.stringify(part))
    const inEnglish = JSON.stringify(english)
    for (const text of texts.join().matchAll(/"(?:heading|text|question)":"([^"]+)"/g))
      expect(inEnglish).not.toContain(`"${text[1]}"`)
    expect(words.back('Acme')).toContain('Acme')
    expect(introduction.connect.asks('Acme')).toContain('Acme')
    expect(introduction.reconnect.asks('Acme')).toContain('Acme')
    expect(JSON.stringify(words.links)).not.toBe(JSON.stringify(english.links))
    expect(linked.text('Acme')).toContain('Acme')
    expect(linked.text(undefined)).not.toMatch(/undefined/)
  })
})

it('has the words for each reason why a link does not open', () => {
  expect(english.refusals).toEqual(linkRefusals)
})

describe('the language of the page', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each<[expected: string, locale: string | undefined, browser: readonly string[]]>([
    ['de', 'de-AT', ['fr']],
    ['fr', undefined, ['tlh', 'fr-CA', 'de']],
    ['en', undefined, ['tlh']],
    ['en', 'tlh', ['fr']],
  ])('is %s for the link’s %s in a browser of %s', (expected, locale, browser) => {
    vi.stubGlobal('navigator', { languages: browser })
    expect(pageLanguage(locale)).toBe(expected)
  })
})
