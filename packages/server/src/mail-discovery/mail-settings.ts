/** One server of a mailbox. */
export interface MailEndpoint {
  readonly host: string
  readonly port: number
  /** `tls` from the first byte, `starttls` after the greeting, `default` what the port implies. */
  readonly encryption: 'tls' | 'starttls' | 'default'
  /** The sign-in name this server wants, if its settings say that it is not the whole address. */
  readonly user?: string
}

/** The two servers that reading and sending need. Both are always encrypted. */
export interface MailSettings {
  readonly imap: MailEndpoint
  readonly smtp: MailEndpoint
}

/**
 * Where the settings come from: our table, the domain's autoconfig file, its SRV records, or the host that
 * its MX records name.
 */
export type MailSource = 'known' | 'autoconfig' | 'srv' | 'mx'

/**
 * What is known of an address's mail host. Empty when nothing was found. A `source` without `settings` means
 * that the host is known and has no IMAP for others to use (Proton, Tuta).
 */
export interface MailLookup {
  readonly settings?: MailSettings
  readonly source?: MailSource
  /** The page of the host on which the user makes an app password, if the host refuses the usual one. */
  readonly appPasswordHelp?: string
}
