import { languages } from '@connect-account/core/internal'
import { linkRefusals } from '@connect-account/core/protocol'
import { describe, expect, it } from 'vitest'
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
    expect(linked.text('Acme')).toContain('Acme')
    expect(linked.text(undefined)).not.toMatch(/undefined/)
  })
})

it('has the words for each reason why a link does not open', () => {
  expect(english.refusals).toEqual(linkRefusals)
})

it.each([undefined, 'tlh', 'en-GB'])('is English for %s', async (locale) => {
  expect(await loadWords(locale)).toBe(english)
})
