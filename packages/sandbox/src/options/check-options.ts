import { describeUnknownName, type Names } from './known-names.ts'
import { defaultTimings, type SandboxOptions } from './options.ts'

const mailServer = { host: true, port: true, encryption: true } as const

const oauthClient = { clientId: true, clientSecret: true, redirectUri: true } as const

const names: Omit<Names<SandboxOptions>, 'timings'> = {
  port: true,
  host: true,
  publicUrl: true,
  apiKey: true,
  webhook: { url: true, secret: true, api: true },
  eventList: true,
  oauthClients: { google: oauthClient, outlook: oauthClient },
  stateFile: true,
  allowedMailHosts: true,
  mailDomains: { '*': { imap: mailServer, smtp: mailServer } },
  mailCertificateAuthority: true,
  now: true,
  logger: true,
}
const timings = Object.fromEntries(Object.keys(defaultTimings).map((name) => [name, true as const]))

/** @throws TypeError that names an unknown option and the nearest known one. */
export function checkOptions(options: SandboxOptions): void {
  const unknown = describeUnknownName(options, { ...names, timings })
  if (unknown) throw new TypeError(`startSandbox: ${unknown}`)
}
