import type { MailDomain } from '../mail/mail-server.ts'

/** How long things take in the sandbox. Seconds where the wire speaks of seconds, milliseconds for what a call feels. */
export interface Timings {
  /** How long the first QR code is shown. Default 60. */
  readonly qrFirstSeconds: number
  /** How long each later QR code is shown. Default 20. */
  readonly qrNextSeconds: number
  /** How many QR codes are shown before the sandbox gives up. Default 6. */
  readonly qrRounds: number
  /** How long a sent code is right. Default 600. */
  readonly otpSeconds: number
  /** How soon a code or notification may be sent again. Default 30. */
  readonly resendSeconds: number
  /** How long a notification on the phone can be answered. Default 300. */
  readonly approvalSeconds: number
  /** How long a captcha can be solved. Default 300. */
  readonly captchaSeconds: number
  /** How long an intent that nobody solves is kept. Default 1800. */
  readonly intentSeconds: number
  /** How long the `slow` fault delays an answer. Default 3000. */
  readonly slowMs: number
  /** How long the `timeout` fault keeps silent, unless the caller leaves first. Default 60000. */
  readonly silenceMs: number
  /** How long a solve call waits for a QR code to be scanned before it answers that nothing happened. Default 20000. */
  readonly holdMs: number
  /** What `Retry-After` of the `rate-limited` fault says, in seconds. Default 2. */
  readonly rateLimitSeconds: number
  /** How long the first synchronisation of a linked account runs. Default 2000. */
  readonly syncMs: number
  /** How long a mail server may take to let a user in. Default 8000. */
  readonly mailTimeoutMs: number
  /** How long a webhook delivery may take. Default 5000. */
  readonly webhookTimeoutMs: number
  /** The pauses before each repetition of a failed webhook delivery. Default 1 s, 5 s, 30 s, 2 min, 10 min. */
  readonly webhookRetriesMs: readonly number[]
  /** How long `reordered` delivery keeps an event back for a later one to overtake it. Default 1500. */
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

/** Told one line for each thing that happens; never a password, a code, a token or the key. */
export type SandboxLogger = (line: string) => void

export const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '::1']

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Default: both loopback addresses, so that `127.0.0.1` and `localhost` answer. */
  readonly host?: string
  /** What QR codes and links to the phone name. Default `http://localhost:<port>`. */
  readonly publicUrl?: string
  /** The `X-API-KEY` expected on `/v2/*`. The phone asks for none. */
  readonly apiKey: string
  /**
   * A webhook endpoint that is registered from the start, for every event; one of API v1 carries the secret in the header
   * `Unipile-Auth`. Default `api`: `v2`.
   */
  readonly webhook?: { readonly url: string; readonly secret: string; readonly api?: 'v2' | 'v1' }
  /** Where to keep everything across restarts. Default: in memory only. */
  readonly stateFile?: string
  /**
   * The mail servers that `imap` may really sign in to, by the host as it is typed. Default: this machine, `localhost`,
   * `127.0.0.1` and `::1`.
   */
  readonly allowedMailHosts?: readonly string[]
  /** The servers of a mail domain, for who gives an address and a password only. Their hosts must be allowed too. Default: none. */
  readonly mailDomains?: Readonly<Record<string, MailDomain>>
  /** A certificate, in PEM, that mail servers may be trusted by, in place of the usual ones. */
  readonly mailCertificateAuthority?: string
  readonly timings?: Partial<Timings>
  /** Epoch milliseconds. Default `Date.now`. */
  readonly now?: () => number
  readonly logger?: SandboxLogger
}
