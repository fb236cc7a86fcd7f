import { languages } from '@connect-account/core/internal'
import { expect, test } from 'vitest'
import { type Notice, renderNotice } from '../src/index.ts'

const notice: Notice = {
  productName: 'Example',
  provider: 'LinkedIn',
  accountName: 'Anna Sandbox',
  url: 'https://app.example.com/connect/links/abc',
}

test.each<keyof Notice>(['productName', 'provider', 'accountName', 'reason', 'url'])(
  '%s is escaped',
  (member) => {
    const nasty = `"><script> alert('1')</script>&`
    const { html } = renderNotice({ ...notice, [member]: nasty })
    expect(html).not.toContain('<script')
    expect(html).toContain('&quot;&gt;&lt;script&gt; alert(&#39;1&#39;)&lt;/script&gt;&amp;')
  },
)

test('a line break gets neither into the subject nor into the text', () => {
  const { subject, text } = renderNotice({
    ...notice,
    provider: 'Linked\r\nBcc: x@y.z\u2028In',
    accountName: 'A\n\nB',
  })
  expect(subject).toBe('Reconnect your Linked Bcc: x@y.z In account to Example')
  expect(text).toContain('account A B.')
})

test('the address is in both parts, as a button and as text', () => {
  const { text, html } = renderNotice(notice)
  expect(text.split('\n')).toContain(notice.url)
  expect(html.match(/href="[^"]+"/g)).toEqual([`href="${notice.url}"`, `href="${notice.url}"`])
  expect(html).toContain(`>${notice.url}</a>`)
})

test('a reason is shown if it is a sentence, and not if it is a code', () => {
  expect(renderNotice({ ...notice, reason: 'CREDENTIALS' }).text).not.toMatch(/reason|CREDENTIALS/i)
  expect(renderNotice({ ...notice, reason: 'The session was closed.' }).text).toContain(
    'Reason given: The session was closed.',
  )
})

test('unknown values are left out', () => {
  const { accountName: _, ...bare } = notice
  const { text, html } = renderNotice(bare)
  expect(text).not.toMatch(/undefined|Reason/)
  expect(html).not.toMatch(/undefined|Reason/)
  expect(text).toContain('no longer connected to your LinkedIn account.')
})

test('it loads nothing, and declares its language', () => {
  const { html } = renderNotice(notice)
  expect(html).not.toMatch(/<(img|link|script|iframe)\b|url\(|@import/)
  expect(html).toContain('<html lang="en" dir="ltr">')
  expect(html).toContain('<title>Reconnect your LinkedIn account to Example</title>')
})

test('it has the host’s logo, with the name for programs without images, and a readable button', () => {
  const logo = 'https://www.example.com/logo.png?a=1&b="2'
  const { html } = renderNotice({ ...notice, logo, accent: '#f5c400' })
  expect(html).toContain('<img src="https://www.example.com/logo.png?a=1&amp;b=&quot;2" alt="Example"')
  expect(html.match(/<img/g)).toHaveLength(1)
  expect(html).toMatch(/bgcolor="#f5c400"[^>]*>\n<a [^>]*color:#000;/)
  expect(renderNotice({ ...notice, accent: '#0a7c66' }).html).toMatch(/<a [^>]*#0a7c66[^>]*color:#fff;/)
})

test.each(languages)('it can be written in %s', (locale) => {
  const given = { ...notice, productName: 'Tidewater', reason: 'The session was closed.', locale }
  const { subject, text, html } = renderNotice(given)
  const dir = locale === 'ar' || locale === 'he' ? 'rtl' : 'ltr'
  expect(html).toContain(`<html lang="${locale}" dir="${dir}">`)
  for (const name of ['LinkedIn', 'Tidewater']) expect(subject).toContain(name)
  for (const shown of ['Anna Sandbox', 'The session was closed.', notice.url]) expect(text).toContain(shown)
  if (locale !== 'en')
    expect(`${subject} ${text}`).not.toMatch(/Reconnect your|no longer|forward|You receive/)
})

test('an unknown language is English, and a mailbox has a word in each', () => {
  expect(renderNotice({ ...notice, locale: 'tlh' })).toEqual(renderNotice(notice))
  expect(renderNotice({ ...notice, provider: 'email', locale: 'de-AT' }).subject).toContain('E-Mail-Konto')
})
