/** An SRV record (RFC 2782). A `name` of `.` or of nothing says that the service is not offered. */
export interface SrvAnswer {
  readonly name: string
  readonly port: number
  readonly priority: number
  readonly weight: number
}

/** An MX record (RFC 5321, section 5). */
export interface MxAnswer {
  readonly exchange: string
  readonly priority: number
}

/** The DNS as lookups use it. Each call may reject; a rejection and an empty list both mean "no answer". */
export interface MailResolver {
  /** The IPv4 and IPv6 addresses of a host. */
  addresses(host: string, signal: AbortSignal): Promise<readonly string[]>
  srv(name: string, signal: AbortSignal): Promise<readonly SrvAnswer[]>
  mx(domain: string, signal: AbortSignal): Promise<readonly MxAnswer[]>
}

/** The part of a `Response` that a look-up reads. */
export interface MailResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: AsyncIterable<Uint8Array> | null
}

/** Gets `url` and never follows a redirect. It is called only for hosts whose addresses were all checked. */
export type MailFetch = (
  url: URL,
  init: {
    readonly method: 'GET'
    readonly redirect: 'manual'
    readonly headers: Readonly<Record<string, string>>
    readonly signal: AbortSignal
  },
) => Promise<MailResponse>

export interface MailLookupOptions {
  /** The time for the whole lookup, in milliseconds. What was found by then is returned. */
  readonly timeoutMs: number
  /**
   * Lets the look-up connect to, and return, loopback, private and link-local hosts: for tests and closed
   * networks.
   */
  readonly allowPrivateAddresses: boolean
  /** Ends the look-up early: it rejects with the signal's reason. */
  readonly signal?: AbortSignal
  /**
   * Asks Mozilla's ISPDB too, which reveals the domain (never the address) to a third party. Default: false.
   */
  readonly askMozilla?: boolean
  /** Default: the machine's own DNS. */
  readonly resolver?: MailResolver
  /** Default: undici, bound to the addresses that were checked. */
  readonly fetch?: MailFetch
}
