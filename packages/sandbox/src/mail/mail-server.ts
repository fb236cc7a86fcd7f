import * as v from 'valibot'

/** The two sides of a mail account: where mail is read, and where it is sent. */
export type MailSide = 'imap' | 'smtp'

const host = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^(?:[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?|[0-9a-f:.]{2,45})$/),
)

/** Where one side is reached, and how its line is secured. */
export const mailServerSchema = v.object({
  host,
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  /**
   * `tls` and `ssl` are the same: secure from the first byte. `starttls` must be upgraded. The wire does not say what
   * `default` does [?]: secure on the ports 993 and 465, else upgraded where the server offers it.
   */
  encryption: v.optional(v.picklist(['tls', 'ssl', 'starttls', 'default']), 'default'),
})

export type MailServer = v.InferOutput<typeof mailServerSchema>

/** Where a domain's mail is read and sent. */
export interface MailDomain {
  readonly imap: MailServer
  readonly smtp: MailServer
}

/** What the sandbox may do with mail servers. */
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

/** Signs in to one side with the certificates trusted besides the usual ones. Rejects with the library's error. */
export type OpenMailLogin = (
  login: MailLogin,
  options: { readonly ca: string | undefined; readonly timeoutMs: number },
) => { readonly done: Promise<unknown>; close(): void }

/** Ports that are secure from the first byte: IMAPS and submission over TLS (RFC 8314). */
const SECURE_PORTS = new Set([993, 465])

/** How the line to a server is secured. */
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
