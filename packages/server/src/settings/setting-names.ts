import type { LinkAppearance, LinkBrand } from '@connect-account/core/protocol'
import type { Timings } from '../timings.ts'
import type { ConnectSettings } from './connect-settings.ts'
import type { Names } from './known-names.ts'

const oauthClient = { clientId: true, clientSecret: true, scopes: true, issuer: true } as const
const rateLimit = { points: true, seconds: true } as const

export const brandNames: Names<LinkBrand> = {
  name: true,
  logo: true,
  termsUrl: true,
  privacyUrl: true,
  helpUrl: true,
}

export const appearanceNames: Names<LinkAppearance> = {
  colorScheme: true,
  // Any token; `linkAppearanceSchema` checks how they are spelled.
  variables: true,
}

const timingNames: Names<Timings> = {
  intentMinutes: true,
  upstreamTimeoutMs: true,
  mailTimeoutMs: true,
  mailLookupMs: true,
  waitTimeoutMs: true,
  pollEveryMs: true,
  backoffMaxMs: true,
  qrSeconds: true,
  resendSeconds: true,
  confirmSeconds: true,
  returnMinutes: true,
  leaseMs: true,
  heartbeatMs: true,
  webhookRetryMs: true,
  eventRetryMs: true,
  noticeDelayMinutes: true,
  noticeRetryMs: true,
  reconcileMinutes: true,
  unsupportedMinutes: true,
  keepIntentsHours: true,
  keepAuditDays: true,
  closeGraceMs: true,
}

/**
 * The settings whose members are checked here. Other objects are the host's, or are checked by their reader.
 */
const nested = {
  database: { url: true, folder: true, snapshot: true, client: true },
  links: {
    page: true,
    ownerOf: true,
    selfService: true,
    bindToBrowser: true,
    brand: brandNames,
    appearance: appearanceNames,
    captcha: true,
    frameAncestors: true,
    support: { url: true, label: true },
  },
  consent: { allowUnbound: true },
  oauthClients: { google: oauthClient, outlook: oauthClient },
  on: {
    accountLinked: true,
    accountRelinked: true,
    accountNeedsOwner: true,
    accountInterrupted: true,
    accountPaused: true,
    accountRecovered: true,
    accountRestricted: true,
    accountRemoved: true,
    attemptAbandoned: true,
  },
  events: { url: true, secret: true },
  notices: {
    smtpUrl: true,
    from: true,
    productName: true,
    logo: true,
    accent: true,
    emailOf: true,
    localeOf: true,
    linkTo: true,
    write: true,
  },
  rateLimits: {
    start: rateLimit,
    solve: rateLimit,
    resend: rateLimit,
    change: rateLimit,
    link: rateLimit,
    read: rateLimit,
  },
  streamLimits: { perUser: true, perInstance: true },
  metrics: { token: true },
  timings: timingNames,
} as const

/** Every setting. Its type requires every member of `ConnectSettings`. */
export const settingNames = {
  ...nested,
  apiKey: true,
  apiUrl: true,
  upstreamApi: true,
  sessionSecret: true,
  basePath: true,
  webhookSecret: true,
  allowedOrigins: true,
  publicUrl: true,
  allowHttp: true,
  returnOrigins: true,
  proxy: true,
  providerOptions: true,
  allowUserProxy: true,
  mailFallback: true,
  allowPrivateMailHosts: true,
  lookUpMail: true,
  clientAddress: true,
  logger: true,
  now: true,
} as const satisfies Names<ConnectSettings>
