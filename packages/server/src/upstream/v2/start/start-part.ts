import type { MailSettings } from '../../../mail-discovery/index.ts'

/** What a part may draw on. */
interface StartPartInput {
  /** The form's values by field name. */
  readonly form: Readonly<Record<string, string>>
  /** The agent of the user's browser. */
  readonly userAgent?: string
  /** The servers of a mailbox, where they are known. */
  readonly mail?: MailSettings
  /** Where the provider's consent page returns. */
  readonly callbackUrl?: string
  readonly loginHint?: string
}

/** Turns one way to sign in into the members of Unipile's body that are its own. */
export type StartPart = (input: StartPartInput) => object
