import { describe, expect, it } from 'vitest'
import { directionOf, findLanguage, languages } from './languages.ts'

describe('the language for a tag', () => {
  it.each(languages)('is %s itself', (tag) => {
    expect(findLanguage(tag)).toBe(tag)
  })

  it.each([
    ['en-GB', 'en'],
    ['fr-CA', 'fr'],
    ['fr_FR', 'fr'],
    ['FR', 'fr'],
    ['de-AT', 'de'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-CN'],
    ['zh-Hans', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['ar-EG', 'ar'],
    ['iw', 'he'],
    ['he-IL', 'he'],
    ['ja-JP-u-ca-japanese', 'ja'],
  ])('%s is %s', (tag, language) => {
    expect(findLanguage(tag)).toBe(language)
  })

  it.each(['zh-TW', 'zh-Hant', 'pl', 'tlh', '', 'french', 'not a tag', 'fr@posix'])('%j has none', (tag) => {
    expect(findLanguage(tag)).toBeUndefined()
  })
})

it('writes Arabic and Hebrew from right to left', () => {
  expect(languages.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar', 'he'])
})
