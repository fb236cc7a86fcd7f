import { errorForLog } from '../../log/error-for-log.ts'
import type { Logger } from '../../log/logger.ts'
import { isPublicHost, lookUpMail, type MailLookup } from '../../mail-discovery/index.ts'
import { withTimeout } from '../../scheduler/with-timeout.ts'

/** What is known of mail servers before the sign-in. */
export interface MailHosts {
  /** Finds the servers of an address; empty if none are published. It never rejects. */
  lookUp(email: string): Promise<MailLookup>
  /**
   * Whether Unipile may be sent to this host: a name that leads into a private network must never be
   * contacted.
   */
  mayTry(host: string): Promise<boolean>
  /** What to do with an address without published servers: let Unipile guess, or ask the user. */
  readonly fallback: 'upstream' | 'ask'
}

export interface MailHostSettings {
  /** Replaces the built-in lookup. */
  readonly lookUpMail: ((email: string) => Promise<MailLookup>) | undefined
  readonly allowPrivateMailHosts: boolean
  readonly mailFallback: 'upstream' | 'ask'
  readonly timings: { readonly mailLookupMs: number }
  readonly logger: Logger
}

export function createMailHosts(settings: MailHostSettings): MailHosts {
  const { allowPrivateMailHosts, logger, timings } = settings
  const options = { timeoutMs: timings.mailLookupMs, allowPrivateAddresses: allowPrivateMailHosts }
  const find = settings.lookUpMail ?? ((email: string) => lookUpMail(email, options))
  return {
    async lookUp(email) {
      try {
        // A lookup with its own time-out returns what it has found by then.
        return await withTimeout(find(email), timings.mailLookupMs * 2, () => new Error('Too late.'))
      } catch (error) {
        logger.warn({ err: errorForLog(error) }, 'The mail servers of an address could not be looked up')
        return {}
      }
    },
    mayTry: async (host) => allowPrivateMailHosts || isPublicHost(host, options),
    fallback: settings.mailFallback,
  }
}
