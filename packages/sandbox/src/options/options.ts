import type { MailDomain } from '../mail/mail-server.ts'
import type { EventList } from '../wire/enums.ts'

/** How long things take in the sandbox: in seconds if Unipile's docs use seconds, else in milliseconds. */
export interface Timings {
  /** How long the first QR code is shown. Default: 60. */
  readonly qrFirstSeconds: number
  /** How long each later QR code is shown. Default 20. */
  readonly qrNextSeconds: number
  /** How many QR codes are shown before the checkpoint times out. Default: 6. */
  readonly qrRounds: number
  /** How long a code is valid. Default: 600. */
  readonly otpSeconds: number
  /** How soon a code or notification can be resent. Default: 30. */
  readonly resendSeconds: number
  /** How long a notification can be approved. Default: 300. */
  readonly approvalSeconds: number
  /** How long a captcha can be solved. Default 300. */
  readonly captchaSeconds: number
  /** How long an intent lives. Default: 1800. */
  readonly intentSeconds: number
  /** How long the `slow` fault delays a response. Default: 3000. */
  readonly slowMs: number
  /** How long the `timeout` fault sends nothing, unless the caller disconnects first. Default: 60000. */
  readonly silenceMs: number
  /** How long a call is held while a QR code is not scanned. Default: 20000. */
  readonly holdMs: number
  /** The `Retry-After` of the `rate-limited` fault, in seconds. Default: 2. */
  readonly rateLimitSeconds: number
  /** How long the initial sync of a linked account runs. Default: 2000. */
  readonly syncMs: number
  /** How long signing in to a mail server may take. Default: 8000. */
  readonly mailTimeoutMs: number
  /** How long a webhook delivery may take. Default: 5000. */
  readonly webhookTimeoutMs: number
  /** The delays before each retry of a failed webhook delivery. Default: 1 s, 5 s, 30 s, 2 min, 10 min. */
  readonly webhookRetriesMs: readonly number[]
  /** How long `reordered` delivery holds an event so that a later one overtakes it. Default: 1500. */
  readonly reorderMs: number
}

export const defaultTimings: Timings = {
  qrFirstSeconds: 60,
  qrNextSeconds: 20,
  qrRounds: 6,
  otpSeconds: 600,
  resendSeconds: 30,
  approvalSeconds: 300,
  captchaSeconds: 300,
  intentSeconds: 1800,
  slowMs: 3000,
  silenceMs: 60_000,
  holdMs: 20_000,
  rateLimitSeconds: 2,
  syncMs: 2000,
  mailTimeoutMs: 8000,
  webhookTimeoutMs: 5000,
  webhookRetriesMs: [1000, 5000, 30_000, 120_000, 600_000],
  reorderMs: 1500,
}

/** Receives one line per event; never a password, a code, a token or the key. */
export type SandboxLogger = (line: string) => void

export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '::1']

/** An OAuth client of the caller's own. */
export interface OAuthClient {
  readonly clientId: string
  readonly clientSecret: string
  /** The only address that the consent pages return to. */
  readonly redirectUri: string
}

export interface SandboxOptions {
  /** 0 binds any free port. */
  readonly port: number
  /** Default: both loopback addresses, so that `127.0.0.1` and `localhost` work. */
  readonly host?: string
  /** The address in QR codes, consent URLs and wizard links. Default: `http://localhost:<port>`. */
  readonly publicUrl?: string
  /** The `X-API-KEY` that `/v2/*` and `/api/v1/*` expect. The phone needs none. */
  readonly apiKey: string
  /**
   * A webhook endpoint that is registered at the start, for every event. API v1 sends the secret in the
   * header `Unipile-Auth`. Default of `api`: `v2`.
   */
  readonly webhook?: { readonly url: string; readonly secret: string; readonly api?: 'v2' | 'v1' }
  /**
   * Which events an endpoint of API v2 may ask for: those of the newest official client, or of the one before, which
   * has `account.status.paused` and no `partial`, `degraded` and locks. Default: `newest`.
   */
  readonly eventList?: EventList
  /**
   * The caller's own OAuth clients at the sandbox's authorization server, whose issuer is `<publicUrl>/oauth`. API v1
   * takes the tokens that they get. Default: none.
   */
  readonly oauthClients?: { readonly google?: OAuthClient; readonly outlook?: OAuthClient }
  /** A file that keeps the state across restarts. Default: none, the state is in memory. */
  readonly stateFile?: string
  /**
   * The hosts of the mail servers that `imap` may sign in to, as users type them. Default: `localhost`,
   * `127.0.0.1` and `::1`.
   */
  readonly allowedMailHosts?: readonly string[]
  /**
   * The mail servers of a domain, for a start with only an address and a password. Allow their hosts too.
   * Default: none.
   */
  readonly mailDomains?: Readonly<Record<string, MailDomain>>
  /** A certificate in PEM to trust for mail servers, instead of Node's own. */
  readonly mailCertificateAuthority?: string
  readonly timings?: Partial<Timings>
  /** Returns epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
  readonly logger?: SandboxLogger
}
