import { pino } from 'pino'
import type { ConnectCallbacks } from '../callbacks/connect-callbacks.ts'
import type { OAuthClients } from '../consent/oauth-providers.ts'
import { type ReadEventSettings, readEventSettings } from '../callbacks/event-settings.ts'
import { type ReadLinkSettings, readLinkSettings } from '../hosted-links/link-settings.ts'
import { defaultStreamLimits, type StreamLimits } from '../http/open-streams.ts'
import { invalidSetting } from '../invalid-setting.ts'
import { knownLogMembers } from '../log/known-log-members.ts'
import type { Logger } from '../log/logger.ts'
import { checkNotices, type NoticeSettings } from '../notices/notice-settings.ts'
import { type ClientAddress, type RateLimits, readRateLimits } from '../rate-limits/rate-limit-settings.ts'
import type { DatabaseSetting } from '../store/database-setting.ts'
import { defaultTimings, type Timings } from '../timings.ts'
import type { UpstreamApi } from '../upstream/create-upstream.ts'
import type { ChooseProviderOptions } from '../upstream/provider-options.ts'
import type { AllowUserProxy, ChooseProxy } from '../upstream/proxy-policy.ts'
import { INTENT_SECONDS } from '../upstream/v1/assumptions.ts'
import type { ConnectSettings } from './connect-settings.ts'
import { isEncrypted } from './encrypted-url.ts'
import { checkNames } from './known-names.ts'
import { readOAuthClients } from './read-oauth-clients.ts'
import { MIN_SECRET, weaknessOf } from './secret-strength.ts'
import { settingNames } from './setting-names.ts'

/** Settings that were checked, with every default filled in. */
export interface ReadSettings {
  readonly apiKey: string
  readonly apiUrl: URL
  readonly upstreamApi: UpstreamApi
  readonly database: DatabaseSetting | 'memory'
  readonly sessionSecrets: readonly string[]
  readonly basePath: string
  /** Empty: every webhook is refused. */
  readonly webhookSecrets: readonly string[]
  readonly allowedOrigins: readonly string[]
  readonly publicUrl: URL | undefined
  readonly returnOrigins: readonly string[]
  readonly oauthClients: OAuthClients
  readonly proxy: ChooseProxy | undefined
  readonly providerOptions: ChooseProviderOptions | undefined
  readonly allowUserProxy: AllowUserProxy
  readonly allowUnboundConsent: boolean
  readonly mailFallback: 'upstream' | 'ask'
  readonly allowPrivateMailHosts: boolean
  readonly lookUpMail: ConnectSettings['lookUpMail']
  readonly on: Partial<ConnectCallbacks>
  readonly events: ReadEventSettings | undefined
  readonly notices: NoticeSettings | undefined
  readonly links: ReadLinkSettings | undefined
  readonly rateLimits: RateLimits | undefined
  readonly streamLimits: StreamLimits
  readonly clientAddress: ClientAddress | undefined
  readonly metrics: { readonly token: string } | undefined
  readonly timings: Timings
  readonly logger: Logger
  readonly now: () => number
}

/** Defaults that differ under API v1: its one QR code is shown for as long as its intent lives. */
const v1Timings: Partial<Timings> = { qrSeconds: [INTENT_SECONDS, INTENT_SECONDS] }

/** The fewest characters of a webhook's secret. Under v1 the host chooses it, and it is all there is. */
const MIN_WEBHOOK_SECRET: Readonly<Record<UpstreamApi, number>> = { v1: 24, v2: 16 }

/** The fewest characters of the metrics token. */
const MIN_METRICS_TOKEN = 16

/** @throws ConnectError `invalid_setting`, whose detail is one line that says what to set. */
export function readSettings(settings: ConnectSettings): ReadSettings {
  checkNames(settings, settingNames)
  if (!settings.apiKey)
    throw invalidSetting("apiKey: missing. Set it to Unipile's API key (UNIPILE_API_KEY).")
  const upstreamApi = readUpstreamApi(settings.upstreamApi ?? 'v2')
  const canUse = (url: URL) => settings.allowHttp === true || isEncrypted(url)
  return {
    apiKey: settings.apiKey,
    apiUrl: readApiUrl(settings.apiUrl ?? defaultApiUrl(upstreamApi), canUse),
    upstreamApi,
    database: readDatabase(settings.database),
    sessionSecrets: readSessionSecrets(settings.sessionSecret),
    basePath: readBasePath(settings.basePath ?? '/connect'),
    webhookSecrets: readWebhookSecrets(settings.webhookSecret, upstreamApi),
    allowedOrigins: readOrigins('allowedOrigins', settings.allowedOrigins, isAnyOrigin),
    publicUrl: settings.publicUrl === undefined ? undefined : readPublicUrl(settings.publicUrl, canUse),
    returnOrigins: readOrigins('returnOrigins', settings.returnOrigins),
    allowUnboundConsent: settings.consent?.allowUnbound ?? false,
    oauthClients: readOAuthClients(settings.oauthClients ?? {}, upstreamApi, canUse),
    proxy: settings.proxy,
    providerOptions: settings.providerOptions,
    allowUserProxy: settings.allowUserProxy ?? false,
    mailFallback: settings.mailFallback ?? 'upstream',
    allowPrivateMailHosts: settings.allowPrivateMailHosts ?? false,
    lookUpMail: settings.lookUpMail,
    on: settings.on ?? {},
    events: settings.events && readEventSettings(settings.events, canUse),
    notices: settings.notices && readNotices(settings.notices, settings),
    links: settings.links && readLinkSettings(settings.links),
    rateLimits: readRateLimits(settings.rateLimits),
    streamLimits: readStreamLimits(settings.streamLimits),
    clientAddress: settings.clientAddress,
    metrics: settings.metrics && readMetrics(settings.metrics),
    timings: readTimings({ ...(upstreamApi === 'v1' ? v1Timings : {}), ...settings.timings }),
    logger: knownLogMembers(settings.logger ?? pino({ name: 'connect-account', level: 'info' })),
    now: settings.now ?? Date.now,
  }
}

function readSessionSecrets(value: ConnectSettings['sessionSecret']): readonly string[] {
  const secrets = typeof value === 'string' ? [value] : (value ?? [])
  const weakness = secrets.length === 0 ? 'missing' : secrets.map((one) => weaknessOf(one)).find(Boolean)
  if (!weakness) return secrets
  throw invalidSetting(
    `sessionSecret: ${weakness}. Set at least ${MIN_SECRET} random characters (SESSION_SECRET).`,
  )
}

function readWebhookSecrets(value: ConnectSettings['webhookSecret'], api: UpstreamApi): readonly string[] {
  const secrets = typeof value === 'string' ? [value] : (value ?? [])
  const least = MIN_WEBHOOK_SECRET[api]
  if (secrets.every((secret) => secret.length >= least)) return secrets
  throw invalidSetting(
    `webhookSecret: shorter than ${least} characters. Set the secret of the webhook endpoint, or leave it out (UNIPILE_WEBHOOK_SECRET).`,
  )
}

function readApiUrl(value: string, canUse: (url: URL) => boolean): URL {
  const url = parseUrl(value)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw invalidSetting('apiUrl: not an http(s) URL. Set it like https://api.unipile.com (UNIPILE_API_URL).')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw invalidSetting(
      'apiUrl: has more than origin and path. Set it like https://api.unipile.com (UNIPILE_API_URL).',
    )
  }
  if (!canUse(url)) {
    throw invalidSetting(
      'apiUrl: plain http would send the API key unencrypted. Set an https URL (UNIPILE_API_URL), or allowHttp.',
    )
  }
  return url
}

/** API v1 has an address per customer. */
function defaultApiUrl(api: UpstreamApi | undefined): string {
  if (api !== 'v1') return 'https://api.unipile.com'
  throw invalidSetting(
    'apiUrl: missing. API v1 is at your DSN: set it like https://api1.unipile.com:13111 (UNIPILE_API_URL).',
  )
}

function readUpstreamApi(value: UpstreamApi): UpstreamApi {
  if (value === 'v1' || value === 'v2') return value
  throw invalidSetting('upstreamApi: unknown. Set it to v2 or v1 (UNIPILE_API_VERSION).')
}

function readDatabase(value: ConnectSettings['database']): DatabaseSetting | 'memory' {
  if (!value) throw invalidSetting('database: missing. Set a postgres:// URL (DATABASE_URL) or a folder.')
  if (typeof value !== 'string') return 'url' in value ? { url: readPostgresUrl(value.url) } : value
  if (value === 'memory://') return 'memory'
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(value)) return { url: readPostgresUrl(value) }
  return { folder: value }
}

function readPostgresUrl(value: string): string {
  const url = parseUrl(value)
  if (url?.protocol !== 'postgres:' && url?.protocol !== 'postgresql:') {
    throw invalidSetting(
      'database: not a postgres:// URL. Set it like postgres://user@localhost:5432/name (DATABASE_URL).',
    )
  }
  return value
}

function readBasePath(value: string): string {
  if (value === '' || value === '/') return ''
  if (!/^(\/[A-Za-z0-9_.~-]+)+$/.test(value)) {
    throw invalidSetting('basePath: not a plain path. Set it like /connect, without a slash at its end.')
  }
  return value
}

function readPublicUrl(value: string, canUse: (url: URL) => boolean): URL {
  const url = parseUrl(value)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  if (!isWeb || url.username || url.password || url.search || url.hash) {
    throw invalidSetting(
      'publicUrl: not a plain http(s) URL. Set it like https://app.example.com (PUBLIC_URL).',
    )
  }
  if (!canUse(url)) {
    throw invalidSetting(
      'publicUrl: plain http would send session tokens unencrypted. Set an https URL (PUBLIC_URL), or allowHttp.',
    )
  }
  return url
}

const isWebOrigin = (value: string) => value !== 'null' && parseUrl(value)?.origin === value
/** Of a browser extension: its URLs have no origin in the URL standard, but browsers send one. */
const extensionOrigin = /^(chrome-extension:\/\/[a-p]{32}|(moz|safari-web)-extension:\/\/[\da-fA-F-]{36})$/
const isAnyOrigin = (value: string) => isWebOrigin(value) || extensionOrigin.test(value)

function readOrigins(
  name: string,
  values: readonly string[] = [],
  isOrigin: (value: string) => boolean = isWebOrigin,
): readonly string[] {
  if (!values.every(isOrigin)) {
    throw invalidSetting(`${name}: not an origin. Set each like https://app.example.com, without a path.`)
  }
  return values
}

function readMetrics({ token }: { readonly token: string }): { readonly token: string } {
  if (new RegExp(`^[\\x21-\\x7e]{${MIN_METRICS_TOKEN},}$`).test(token)) return { token }
  throw invalidSetting(
    `metrics.token: too short. Set at least ${MIN_METRICS_TOKEN} random visible ASCII characters (METRICS_TOKEN).`,
  )
}

function readStreamLimits(given: Partial<StreamLimits> = {}): StreamLimits {
  const limits = { ...defaultStreamLimits, ...given }
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw invalidSetting(`streamLimits.${name}: not a number of streams. Set it to 1 or more.`)
    }
  }
  return limits
}

function readTimings(given: Partial<Timings>): Timings {
  const timings = { ...defaultTimings, ...given }
  for (const [name, value] of Object.entries(timings)) {
    const numbers: readonly unknown[] = Array.isArray(value) ? value : [value]
    if (!numbers.every((number) => typeof number === 'number' && Number.isFinite(number) && number >= 0)) {
      throw invalidSetting(`timings.${name}: not a number. Set it to zero or more.`)
    }
  }
  return timings
}

function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined
}

/** The emails have the accent of the hosted page, unless they have their own. */
function readNotices(notices: NoticeSettings, { links, publicUrl }: ConnectSettings): NoticeSettings {
  const accent = links?.appearance?.variables?.accent
  return { ...(accent && { accent }), ...checkNotices(notices, Boolean(links && publicUrl)) }
}
