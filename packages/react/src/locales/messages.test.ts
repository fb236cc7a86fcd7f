import { errorCodes } from '@connect-account/core'
import { expect, it } from 'vitest'
import { describeError } from '../components/alert/describe-error.ts'
import { en } from './en.ts'
import { mergeMessages } from './messages.ts'

it('replaces single messages at any depth and leaves the rest', () => {
  const merged = mergeMessages(en, {
    offline: 'Hors ligne',
    picker: { kinds: { social: 'Réseaux' } },
    qr: { freshFor: (seconds) => `${seconds} s` },
  })
  expect(merged.offline).toBe('Hors ligne')
  expect(merged.picker.kinds).toEqual({ ...en.picker.kinds, social: 'Réseaux' })
  expect(merged.qr.freshFor(3)).toBe('3 s')
  expect(merged.qr.due).toBe(en.qr.due)
  expect(en.offline).not.toBe('Hors ligne')
})

it('takes an empty branch for no change', () => {
  expect(mergeMessages(en, { picker: {} })).toEqual(en)
})

it.each(errorCodes)('tells a user what %s means without a developer’s words', (code) => {
  const text = describeError(en, { code })
  expect(text).toMatch(/^[A-Z].+[.]$/)
  expect(text).not.toMatch(/JSON|HTTP|token|upstream|Unipile|API/)
})
