import type { AccountStatus, Checkpoint, Secret } from '@connect-account/core/protocol'
import type { MailSettings } from '../mail/index.ts'
import type { ProxyPolicy } from '../settings/proxy-policy.ts'

type WithoutOurs<C> = C extends Checkpoint
  ? Omit<C, 'id' | 'error' | 'resendAt' | 'shownAt' | 'expiresAt' | 'round'>
  : never

/** A checkpoint as the provider poses it, before it gets an id and deadlines of ours. */
export type UpstreamCheckpoint = WithoutOurs<Checkpoint>

export interface UpstreamAccount {
  readonly id: string
  /** The owner's id at the provider. */
  readonly providerUserId: string
  readonly name?: string
  readonly status: AccountStatus
}

/** What a call of the authentication ends in, other than an error. */
export type UpstreamResult =
  | { readonly type: 'checkpoint'; readonly intentId?: string; readonly checkpoint: UpstreamCheckpoint }
  | { readonly type: 'account'; readonly account: UpstreamAccount }
  | { readonly type: 'duplicate'; readonly accountId?: string }
  | { readonly type: 'restricted'; readonly reason?: string; readonly providerUserId?: string }
  | { readonly type: 'mismatch' }
  /** The scan or approval did not come in time, or the intent is gone. */
  | { readonly type: 'expired' }
  /** The user refused the sign-in on the phone. */
  | { readonly type: 'declined' }
  /** Nothing has happened yet. */
  | { readonly type: 'pending' }

/** What is wrong with a mailbox's server, or with the sign-in to it. */
export type MailFault = 'password' | 'host' | 'connection' | 'encryption' | 'certificate' | 'timeout'

/** A mailbox's server that does not work as it was named. */
export interface MailRefusal {
  readonly type: 'mail_refused'
  readonly side: 'imap' | 'smtp'
  readonly fault: MailFault
}

export interface UpstreamStart {
  readonly provider: string
  readonly method: string
  readonly credentials?: Secret<Record<string, string>>
  /** The agent of the user's browser, for cookies that are bound to it. */
  readonly userAgent?: string
  /** The servers of a mailbox; without them Unipile guesses. */
  readonly mail?: MailSettings
  /** Where the provider's consent page returns. */
  readonly callbackUrl?: string
  /** The sign-in name to suggest at the consent page. */
  readonly loginHint?: string
  readonly proxy?: ProxyPolicy
  /** Comes back in the webhook. */
  readonly state: string
  /** Unipile's id of the account to authenticate again. */
  readonly accountId?: string
}

/** A number in international form: `{dialling: '33', national: '612345678'}`. */
export interface PhoneNumber {
  readonly dialling: string
  readonly national: string
}

/**
 * The port to Unipile. Each call ends in finite time, is sent once, and rejects with a `ConnectError` and nothing else;
 * `signal` gives it up. Ids are Unipile's: none of them may reach a browser.
 */
export interface Upstream {
  start(input: UpstreamStart): Promise<UpstreamResult>
  /** Starts a mailbox: Unipile signs in to both of its servers meanwhile, which takes its time. */
  startMail(input: UpstreamStart): Promise<UpstreamResult | MailRefusal>
  solve(intentId: string, answer: Secret<string>): Promise<UpstreamResult>
  /** Gives the phone number that a checkpoint asks for. */
  givePhone(intentId: string, phone: Secret<PhoneNumber>): Promise<UpstreamResult>
  /** Asks how a scan or approval stands; Unipile may hold the call until something happens. */
  wait(intentId: string, signal: AbortSignal): Promise<UpstreamResult>
  /** Sends the code or notification again. @throws `resend_not_available` where that cannot be. */
  resend(intentId: string): Promise<void>
  /** Asks for another way, the way with this id, or a fresh QR code. @throws `no_other_way`. */
  requestChallenge(intentId: string, challenge?: string): Promise<UpstreamResult>
  readAccount(accountId: string): Promise<UpstreamAccount>
  /** Removes the account; one that is gone already counts as removed. */
  removeAccount(accountId: string): Promise<void>
  /** Ends every call and connection. */
  close(): Promise<void>
}
