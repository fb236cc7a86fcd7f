import * as v from 'valibot'

/** The two servers of a mail account: for reading and for sending. */
export type MailSide = 'imap' | 'smtp'

const host = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^(?:[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?|[0-9a-f:.]{2,45})$/),
)

/** The address of a mail server, and how its connection is encrypted. */
export const mailServerSchema = v.object({
  host,
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  /**
   * `tls` and `ssl` are the same: encrypted from the first byte. `starttls` requires an upgrade. The docs do not say what
   * `default` does [?]. Here: encrypted on the ports 993 and 465, else upgraded if the server offers it.
   */
  encryption: v.optional(v.picklist(['tls', 'ssl', 'starttls', 'default']), 'default'),
})

export type MailServer = v.InferOutput<typeof mailServerSchema>

/** The mail servers of a domain. */
export interface MailDomain {
  readonly imap: MailServer
  readonly smtp: MailServer
}

/** Which mail servers the sandbox may sign in to. */
export interface MailRules {
  readonly allowedHosts: readonly string[]
  readonly domains: Readonly<Record<string, MailDomain>>
  readonly certificateAuthority: string | undefined
}

export interface MailLogin {
  readonly server: MailServer
  readonly user: string
  readonly password: string
}

/** Signs in to one server. `ca` is a certificate to trust. Rejects with the library's error. */
export type OpenMailLogin = (
  login: MailLogin,
  options: { readonly ca: string | undefined; readonly timeoutMs: number },
) => { readonly done: Promise<unknown>; close(): void }

/** Ports that are encrypted from the first byte: IMAPS and submission over TLS (RFC 8314). */
const SECURE_PORTS = new Set([993, 465])

/** Returns how the connection to a server is encrypted. */
export function lineSecurity({ encryption, port }: MailServer): 'tls' | 'starttls' | 'starttls-if-offered' {
  switch (encryption) {
    case 'tls':
    case 'ssl':
      return 'tls'
    case 'starttls':
      return 'starttls'
    case 'default':
      return SECURE_PORTS.has(port) ? 'tls' : 'starttls-if-offered'
  }
}
