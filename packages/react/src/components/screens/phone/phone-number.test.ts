import * as fc from 'fast-check'
import metadata from 'libphonenumber-js/min/metadata'
import { describe, expect, it } from 'vitest'
import { countryOf, likelyCountry, moveNumber, type TypedNumber, typeNumber } from './phone-number.ts'

const france: TypedNumber = { country: 'FR', text: '' }

/** Types one key at a time at the end of the field. */
function type(keys: string, start = france): TypedNumber {
  return [...keys].reduce((field, key) => typeNumber(field, field.text + key, true, metadata), start)
}
const french = { country: 'FR', text: '06 12 34 56 78', number: '+33612345678' }
const paste = (text: string, start = france) => typeNumber(start, text, true, metadata)

describe('typing', () => {
  it.each([
    ['0612345678', { country: 'FR', text: '06 12 34 56 78', number: '+33612345678' }],
    ['06123', { country: 'FR', text: '06 12 3', number: undefined }],
    ['+441212345678', { country: 'GB', text: '+44 121 234 5678', number: '+441212345678' }],
    ['+15550109999', { country: 'FR', text: '+1 555 010 9999', number: '+15550109999' }],
    ['+3312345', { country: 'FR', text: '+33 1 23 45', number: undefined }],
    ['hello', { country: 'FR', text: 'hello', number: undefined }],
    ['(+33)0612345678', { country: 'FR', text: '(+33)0612345678', number: '+33612345678' }],
    ['٠٦١٢٣٤٥٦٧٨', { country: 'FR', text: '06 12 34 56 78', number: '+33612345678' }],
  ])('%s', (keys, field) => {
    expect(type(keys)).toEqual(field)
  })

  it('does not format during corrections, so that the caret stays', () => {
    const before = type('0612345678')
    expect(typeNumber(before, '06 12 34 5 78', false, metadata)).toMatchObject({
      text: '06 12 34 5 78',
      number: undefined,
    })
    expect(typeNumber(before, '06 12 34 56 7', true, metadata).text).toBe('06 12 34 56 7')
  })
})

describe('pasting', () => {
  it.each([
    ['441212345678', { country: 'GB', text: '0121 234 5678', number: '+441212345678' }],
    ['+1 213 373 4253', { country: 'US', text: '(213) 373-4253', number: '+12133734253' }],
    ['00441212345678', { country: 'GB', text: '0121 234 5678', number: '+441212345678' }],
    ['06.12.34.56.78', { country: 'FR', text: '06 12 34 56 78', number: '+33612345678' }],
    ['(+33)0612345678', french],
    ['0033 6 12 34 56 78', french],
    ['00 (33) 6 12 34 56 78', french],
    ['tel:+33612345678', french],
    ['tel:+33-6-12-34-56-78', french],
    ['++33612345678', french],
    ['＋３３６１２３４５６７８', french],
    ['+33 (0)6 12 34 56 78', french],
    ['https://wa.me/33612345678', french],
    ['wa.me/33612345678', french],
    ['+33·6·12·34·56·78', french],
    ['+33‑6‑12‑34‑56‑78', french],
    ['\u202a+33 6 12 34 56 78\u202c', french],
    ['+٣٣ ٦ ١٢ ٣٤ ٥٦ ٧٨', french],
    ['०६ १२ ३४ ५६ ७८', french],
    ['06/12/34/56/78', french],
    ['My number is +33 6 12 34 56 78.', french],
    ['Call me at 06 12 34 56 78 tomorrow at 5', french],
    ['Anna <+33612345678>', french],
    ['Tel.: 0033612345678 (mobile)', french],
    ['https://wa.me/33612345678', french],
    ['33612345678', french],
    ['Mobile: +1 (555) 010-9999', { country: 'FR', text: '+1 555 010 9999', number: '+15550109999' }],
    ['hello', { country: 'FR', text: 'hello', number: undefined }],
    ['+33 6 12', { country: 'FR', text: '+33 6 12', number: undefined }],
    [
      '06 12 34 56 78 / 01 23 45 67 89',
      { country: 'FR', text: '06 12 34 56 78 / 01 23 45 67 89', number: undefined },
    ],
    [
      '+33612345678 or +33612345679',
      { country: 'FR', text: '+33612345678 or +33612345679', number: undefined },
    ],
  ])('%s', (text, field) => {
    expect(paste(text)).toEqual(field)
  })
})

it('reformats the same digits for another country', () => {
  expect(moveNumber(paste('2133734253'), 'US', metadata)).toEqual({
    country: 'US',
    text: '(213) 373-4253',
    number: '+12133734253',
  })
})

it.each([
  ['fr-FR', 'FR'],
  ['en-GB', 'GB'],
  ['pt', 'BR'],
  ['de', 'DE'],
  ['eo', 'US'],
])('guesses from %s that the user is in %s', (language, country) => {
  expect(likelyCountry(language, metadata)).toBe(country)
})

it('returns undefined for a country without a numbering plan', () => {
  expect(countryOf('AQ', metadata)).toBeUndefined()
})

it('keeps a text without digits unchanged while it is typed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z,;!? ]{1,20}$/), (text) => {
      expect(type(text)).toEqual({ country: 'FR', text, number: undefined })
      expect(paste(text).text).toBe(text)
    }),
  )
})
