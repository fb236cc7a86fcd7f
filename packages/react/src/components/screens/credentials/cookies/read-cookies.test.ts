import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCookies } from './read-cookies.ts'

const wanted = [
  { cookie: 'li_at', credential: 'access_token', required: true },
  { cookie: 'li_a', credential: 'premium_access_token', required: false },
]
const read = (text: string) => readCookies(text, wanted, 'linkedin.com')
const row = (...cells: string[]) => cells.join('\t')

const exported = [
  { name: 'bcookie', value: 'x', domain: '.linkedin.com' },
  { name: 'li_at', value: 'AQEDsecret', domain: '.www.linkedin.com', httpOnly: true },
  { name: 'li_a', value: 'AQJ2premium', domain: '.www.linkedin.com' },
]
const both = { access_token: 'AQEDsecret', premium_access_token: 'AQJ2premium' }

it('never takes the site for a value', () => {
  const moved = row('li_at', '.www.linkedin.com', '/', 'Session', '157', 'true', 'AQEDsecret')
  expect(read(moved)).toEqual({ unreadable: 'li_at' })
})

describe('readCookies finds the values in', () => {
  it.each([
    ['a bare value', '  AQEDsecret\n', { access_token: 'AQEDsecret' }],
    ['a bare value with padding', 'AQEDsecret==', { access_token: 'AQEDsecret==' }],
    ['one pair', 'li_at=AQEDsecret', { access_token: 'AQEDsecret' }],
    ['a pair with a full-width sign', 'li_at＝AQEDsecret', { access_token: 'AQEDsecret' }],
    ['a bare value in quotes', '“AQEDsecret”', { access_token: 'AQEDsecret' }],
    ['pairs', 'bcookie=x; li_at=AQEDsecret; li_a=AQJ2premium', both],
    ['pairs on lines', 'li_at=AQEDsecret\r\nli_a=AQJ2premium', both],
    ['a quoted value', 'li_at="AQEDsecret"', { access_token: 'AQEDsecret' }],
    ['a Cookie header', 'Cookie: lang=v=2&lang=en; li_at=AQEDsecret; li_a=AQJ2premium', both],
    ['curl’s option', "-H 'cookie: li_at=AQEDsecret; li_a=AQJ2premium'", both],
    [
      'a Set-Cookie header',
      'Set-Cookie: li_at=AQEDsecret; Domain=.www.linkedin.com; Path=/',
      { access_token: 'AQEDsecret' },
    ],
    ['EditThisCookie’s and Cookie-Editor’s JSON', JSON.stringify(exported, null, 4), both],
    ['a list under "cookies"', JSON.stringify({ url: 'https://www.linkedin.com', cookies: exported }), both],
    ['one cookie as JSON', JSON.stringify(exported[1]), { access_token: 'AQEDsecret' }],
    ['names and values as JSON', '{"li_at":"AQEDsecret","li_a":"AQJ2premium"}', both],
    [
      'a Netscape cookies.txt',
      [
        '# Netscape HTTP Cookie File',
        '',
        row('.linkedin.com', 'TRUE', '/', 'TRUE', '1790000000', 'bcookie', 'x'),
        row('#HttpOnly_.www.linkedin.com', 'TRUE', '/', 'TRUE', '1790000000', 'li_at', 'AQEDsecret'),
        row('.www.linkedin.com', 'TRUE', '/', 'TRUE', '1790000000', 'li_a', 'AQJ2premium'),
      ].join('\n'),
      both,
    ],
    [
      'rows from the developer tools',
      [
        row(
          'li_at',
          'AQEDsecret',
          '.www.linkedin.com',
          '/',
          '2027-01-01T00:00:00.000Z',
          '152',
          '✓',
          '✓',
          'None',
        ),
        row('li_a', 'AQJ2premium', '.www.linkedin.com', '/', 'Session', '40'),
      ].join('\n'),
      both,
    ],
    ['two columns', row('li_at', 'AQEDsecret'), { access_token: 'AQEDsecret' }],
    [
      'an export of all sites',
      JSON.stringify([{ name: 'li_at', value: 'not-this', domain: '.evil-linkedin.com' }, ...exported]),
      both,
    ],
  ])('%s', (_, text, values) => {
    expect(read(text)).toEqual({ values })
  })
})

describe('readCookies refuses', () => {
  it.each([
    ['JSON', JSON.stringify([{ name: 'li_at', value: 'AQEDsecret', domain: '.www.example.com' }])],
    ['cookies.txt', row('.example.com', 'TRUE', '/', 'TRUE', '0', 'li_at', 'AQEDsecret')],
    ['developer tools', row('li_at', 'AQEDsecret', 'www.example.com', '/')],
  ])('cookies of another site, by its name, from %s', (_, text) => {
    expect(read(text)).toEqual({ foreign: 'example.com' })
  })

  it('a bare value if two cookies are required', () => {
    const two = wanted.map((cookie) => ({ ...cookie, required: true }))
    expect(readCookies('AQEDsecret', two, 'linkedin.com')).toEqual({ unreadable: 'li_at' })
  })
})

const value = fc.stringMatching(/^[A-Za-z0-9_%+/-]{8,60}={0,2}$/)
const otherName = fc.stringMatching(/^[a-z]{1,10}$/)

describe('readCookies with any value', () => {
  it('finds it in every format', () => {
    fc.assert(
      fc.property(value, otherName, value, (token, name, other) => {
        const domain = '.www.linkedin.com'
        const cookies = [
          { name, value: other, domain },
          { name: 'li_at', value: token, domain },
        ]
        const formats = [
          token,
          cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
          JSON.stringify(cookies),
          cookies.map((c) => row(c.domain, 'TRUE', '/', 'TRUE', '0', c.name, c.value)).join('\n'),
          cookies.map((c) => row(c.name, c.value, c.domain, '/')).join('\r\n'),
        ]
        for (const text of formats) expect(read(text)).toEqual({ values: { access_token: token } })
      }),
    )
  })

  it('never includes it in an error', () => {
    fc.assert(
      fc.property(value, otherName, otherName, (token, name, site) => {
        const texts = [
          `${name}=${token}`,
          JSON.stringify([{ name: 'li_at', value: token, domain: `${site}.example` }]),
          JSON.stringify([{ name: 'li_at', value: token, domain: token }]),
          row('li_at', token, token, token),
          row(token, token, token, '/'),
          row(token, 'TRUE', '/', 'TRUE', '0', 'li_at', token),
        ]
        for (const text of texts) {
          const found = read(text)
          if (!('values' in found)) expect(JSON.stringify(found)).not.toContain(token)
        }
      }),
    )
  })

  it('accepts any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void read(text)))
  })
})
