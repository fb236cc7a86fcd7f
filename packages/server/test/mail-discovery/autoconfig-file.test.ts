import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAutoconfigFile } from '../../src/mail-discovery/autoconfig-file.ts'

const address = { local: 'ann', domain: 'example.com', whole: 'ann@example.com' }

interface Server {
  type?: string
  hostname?: string
  port?: string
  socketType?: string
  authentication?: readonly string[]
  username?: string
}

function server(tag: string, given: Server): string {
  const { type = 'imap', hostname = 'imap.example.com', port = '993', socketType = 'SSL' } = given
  const { authentication = ['password-cleartext'], username = '%EMAILADDRESS%' } = given
  return `<${tag} type="${type}"><hostname>${hostname}</hostname><port>${port}</port><socketType>${socketType}</socketType>
    ${authentication.map((method) => `<authentication>${method}</authentication>`).join('')}
    <username>${username}</username></${tag}>`
}

function file(incoming: readonly Server[], outgoing: readonly Server[] = [{}]): string {
  const smtp = { type: 'smtp', hostname: 'smtp.example.com', port: '465' }
  return `<?xml version="1.0" encoding="UTF-8"?>
    <clientConfig version="1.1"><emailProvider id="example.com"><domain>example.com</domain><displayName>R&amp;D</displayName>
    ${incoming.map((given) => server('incomingServer', given)).join('')}
    ${outgoing.map((given) => server('outgoingServer', { ...smtp, ...given })).join('')}
    </emailProvider></clientConfig>`
}

const imap = { host: 'imap.example.com', port: 993, encryption: 'tls' }
const smtp = { host: 'smtp.example.com', port: 465, encryption: 'tls' }

describe('readAutoconfigFile', () => {
  it.each<[string, readonly Server[], object | undefined]>([
    ['one server', [{}], imap],
    ['STARTTLS', [{ port: '143', socketType: 'STARTTLS' }], { ...imap, port: 143, encryption: 'starttls' }],
    ['IMAP behind POP3', [{ type: 'pop3', hostname: 'pop.example.com' }, {}], imap],
    ['POP3 alone', [{ type: 'pop3' }], undefined],
    ['no encryption', [{ socketType: 'plain' }], undefined],
    [
      'an encrypted server behind an open one',
      [{ hostname: 'open.example.com', socketType: 'plain' }, {}],
      imap,
    ],
    ['OAuth alone', [{ authentication: ['OAuth2'] }], undefined],
    ['OAuth or a password', [{ authentication: ['OAuth2', 'password-cleartext'] }], imap],
    ['a password behind OAuth', [{ hostname: 'o.example.com', authentication: ['OAuth2'] }, {}], imap],
    ['the old spelling of a password', [{ authentication: ['plain'] }], imap],
    ['an encrypted password', [{ authentication: ['password-encrypted'] }], imap],
    ['Kerberos', [{ authentication: ['GSSAPI'] }], undefined],
    ['nothing on authentication', [{ authentication: [] }], imap],
    ['the domain in the host', [{ hostname: 'imap.%EMAILDOMAIN%' }], imap],
    ['capitals', [{ hostname: 'IMAP.Example.com' }], imap],
    ['space around the values', [{ hostname: ' imap.example.com ', port: ' 993 ' }], imap],
    ['a login of the local part', [{ username: '%EMAILLOCALPART%' }], { ...imap, user: 'ann' }],
    ['a login in a realm', [{ username: 'x\\%EMAILLOCALPART%' }], { ...imap, user: 'x\\ann' }],
    ['a login with a placeholder of its own', [{ username: '%REALNAME%' }], imap],
    ['a login with an entity', [{ username: '&lt;ann' }], imap],
    ['a very long login', [{ username: 'x'.repeat(321) }], imap],
    ['port 0', [{ port: '0' }], undefined],
    ['port 65536', [{ port: '65536' }], undefined],
    ['a port that is not a number', [{ port: 'imaps' }], undefined],
    ['an IP address', [{ hostname: '203.0.114.7' }], undefined],
    ['a single label', [{ hostname: 'localhost' }], undefined],
    ['a host with a path', [{ hostname: 'imap.example.com/x' }], undefined],
    ['a host with an unknown placeholder', [{ hostname: 'imap.%DOMAIN%' }], undefined],
    ['a broken server before a good one', [{ port: 'x' }, {}], imap],
  ])('%s', (_case, incoming, expected) => {
    expect(readAutoconfigFile(file(incoming), address)).toEqual(expected && { imap: expected, smtp })
  })

  it('accepts a byte order mark', () => {
    expect(readAutoconfigFile(`\ufeff${file([{}])}`, address)).toEqual({ imap, smtp })
  })

  it('requires both servers', () => {
    expect(readAutoconfigFile(file([{}], []), address)).toBeUndefined()
    expect(readAutoconfigFile(file([], [{}]), address)).toBeUndefined()
    expect(readAutoconfigFile(file([{}], [{ authentication: ['none'] }]), address)).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['a web page', '<!doctype html><html><body>Not here</body></html>'],
    ['another file', '<autodiscover/>'],
    ['no provider', '<clientConfig version="1.1"></clientConfig>'],
    ['JSON', '{"clientConfig": {}}'],
    ['a document type', file([{}]).replace('<clientConfig', '<!DOCTYPE x [<!ENTITY a "b">]><clientConfig')],
    ['deep nesting', '<a>'.repeat(80_000)],
    ['a prototype', '<__proto__><clientConfig/></__proto__>'],
  ])('throws on %s', (_case, text) => {
    expect(() => readAutoconfigFile(text, address)).toThrow()
  })

  it('does not replace placeholders inside an address', () => {
    const odd = { local: '%EMAILDOMAIN%', domain: 'example.com', whole: '%EMAILDOMAIN%@example.com' }
    expect(readAutoconfigFile(file([{ username: '%EMAILADDRESS%' }]), odd)).toEqual({ imap, smtp })
  })

  it('returns settings or nothing, or throws an Error, for any text', () => {
    const pieces = fc.constantFrom(
      '<incomingServer type="imap">',
      '<hostname>',
      '</hostname>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '&',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
        const whole = file([{}])
        const text = whole.replace('<domain>', () => `<domain>${parts.join('')}`)
        try {
          const settings = readAutoconfigFile(text, address)
          if (settings) expect(settings.imap.encryption).toMatch(/^(starttls|tls)$/)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })
})
