import { defaultTimings, type SandboxOptions, startSandbox } from '@connect-account/sandbox'
import { describe, expect, test } from 'vitest'

const server = { host: 'localhost', port: 993, encryption: 'tls' } as const
const oauthClient = { clientId: 'c', clientSecret: 's', redirectUri: 'http://localhost/back' }
/** Options with every member, so that each name is tested at its depth. */
const everything: Required<Omit<SandboxOptions, 'now' | 'logger'>> = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'http://localhost',
  apiKey: 'k',
  webhook: { url: 'http://localhost/x', secret: 's', api: 'v2' },
  eventList: 'newest',
  oauthClients: { google: oauthClient, outlook: oauthClient },
  stateFile: 'never-written.json',
  allowedMailHosts: [],
  mailDomains: { 'example.com': { imap: server, smtp: server } },
  mailCertificateAuthority: '',
  timings: defaultTimings,
}

type Nested = { [name: string]: unknown }

/** Returns the options once per member, with two letters of that member's name swapped. */
function typosOf(options: Nested, path = ''): { wrong: string; right: string; options: Nested }[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const { [name]: _, ...rest } = options
    const typo = `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`
    const inner =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? typosOf({ ...value }, `${path}${name}.`).map((one) => ({
            ...one,
            options: { ...rest, [name]: one.options },
          }))
        : []
    if (typo === name || path === 'mailDomains.') return inner
    return [
      { wrong: `${path}${typo}`, right: `${path}${name}`, options: { ...rest, [typo]: value } },
      ...inner,
    ]
  })
}

describe('an unknown option is refused, and the nearest known one is named', () => {
  test.each(typosOf({ ...everything, mailDomains: everything.mailDomains }))(
    '$wrong',
    async ({ wrong, right, options }) => {
      const start = startSandbox(options as unknown as SandboxOptions)
      await expect(start).rejects.toThrow(`startSandbox: ${wrong}: unknown. Did you mean ${right}?`)
    },
  )

  test('a name that resembles no option is refused without a suggestion', async () => {
    const options = { port: 0, apiKey: 'k', quarantine: true }
    await expect(startSandbox(options)).rejects.toThrow(/^startSandbox: quarantine: unknown\.$/)
  })
})
