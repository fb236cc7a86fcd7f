import type { ErrorCode } from '@connect-account/core/errors'
import type {
  AccountStatus,
  Checkpoint,
  CheckpointOf,
  InitialSync,
  Provider,
  Secret,
} from '@connect-account/core/protocol'
import type { MailSettings } from '../mail-discovery/index.ts'
import type { UpstreamEvent } from '../upstream-event.ts'
import type { ProviderOptions } from './provider-options.ts'
import type { ProxyPolicy } from './proxy-policy.ts'
import type { WizardMethod } from './wizard-methods.ts'

type WithoutOurs<C> = C extends Checkpoint
  ? Omit<C, 'id' | 'error' | 'resendAt' | 'format' | 'length' | 'shownAt' | 'expiresAt' | 'round'>
  : never

/** A checkpoint as the provider raises it, before it gets our id and deadlines. */
export type UpstreamCheckpoint =
  | Exclude<WithoutOurs<Checkpoint>, { readonly type: 'qr' }>
  /** `seconds`: how long the code is valid. Default: the setting `qrSeconds`. */
  | (WithoutOurs<CheckpointOf<'qr'>> & { readonly seconds?: number })

export interface UpstreamAccount {
  readonly id: string
  /** The catalogue's id of the provider; `''` if Unipile does not say it. */
  readonly provider: string
  /** The owner's id at the provider. */
  readonly providerUserId: string
  readonly name?: string
  readonly status: AccountStatus
  /** The product that does not work, if the status is about one. */
  readonly product?: string
  readonly createdAt?: Date
  readonly initialSync?: InitialSync
  /** Whether Unipile has stopped it, so that `restartAccount` may help. */
  readonly isStopped?: boolean
}

/** Some of all accounts of the application. */
interface UpstreamAccountPage {
  readonly accounts: readonly UpstreamAccount[]
  /** The ids of those that are listed in a form that this version cannot read; empty if even the id is. */
  readonly unreadable: readonly string[]
  /** What `listAccounts` takes for the next page; left out on the last one. Opaque. */
  readonly next?: string
}

/** A wizard of Unipile's own pages: for a new account, or with `accountId` to authenticate that one again. */
export interface WizardLinkInput {
  /** The catalogue's ids of what is on offer. Default: every provider. */
  readonly providers?: readonly string[]
  readonly accountId?: string
  /** The link opens until then. */
  readonly expiresOn: Date
  /** Where the wizard sends the user back to, with its outcome in the query. */
  readonly redirectUri: string
  /** Returned in the query and in the webhook. */
  readonly state: string
  /** Which ways of signing in the wizard shows. Default: all. API v1 cannot choose. */
  readonly allowMethods?: readonly WizardMethod[]
  readonly loginHint?: string
  /** By the catalogue's id of the provider. */
  readonly options?: Readonly<Record<string, ProviderOptions>>
  /** Of every provider. API v1 cannot choose. */
  readonly proxy?: ProxyPolicy
  /** Whether the wizard keeps the user until the first synchronization is done. Default: Unipile's. */
  readonly waitInitialSync?: boolean
  /** Where API v1 reports the account that was linked. API v2 reports it by webhook. */
  readonly notifyUrl?: string
}

/** An account that a wizard has linked. */
export interface WizardLinked {
  readonly accountId: string
  /** Whether it is new at Unipile, or connected again. */
  readonly added: boolean
}

/** A webhook endpoint as it is registered at Unipile. */
export interface WebhookEndpoint {
  readonly id: string
  readonly url: string
  readonly enabled: boolean
  /** The types of the events that it is sent. */
  readonly events: readonly string[]
  /** Unipile's ids of the accounts whose events it is sent; empty for all. */
  readonly accountIds: readonly string[]
  readonly description?: string
  /** What the deliveries are signed with, if Unipile says so. */
  readonly secret?: Secret<string>
}

/** The settings of a webhook endpoint. */
type WebhookEndpointInput = Pick<WebhookEndpoint, 'url' | 'events' | 'description'> &
  Partial<Pick<WebhookEndpoint, 'accountIds'>>

/** What can be changed of a webhook endpoint. A new one is enabled. */
export type WebhookEndpointChange = Partial<WebhookEndpointInput & Pick<WebhookEndpoint, 'enabled'>>

/** The webhook endpoints of the application. */
export interface WebhookEndpoints {
  list(): Promise<readonly WebhookEndpoint[]>
  /** The result has its `secret` only if it is a new one. */
  create(input: WebhookEndpointInput): Promise<WebhookEndpoint>
  /** Changes what is given and leaves the rest. */
  update(id: string, change: WebhookEndpointChange): Promise<WebhookEndpoint>
  /** Removes the endpoint; one that no longer exists counts as removed. */
  remove(id: string): Promise<void>
  /** The types of the events that an endpoint has to be sent: those that are documented and acted on. */
  readonly triggerEvents: readonly string[]
  /** The same for an application of Unipile's that refuses `triggerEvents`, because it is of an older version. */
  readonly olderTriggerEvents: readonly string[]
}

/** The result of an authentication call, other than an error. */
export type UpstreamResult =
  | { readonly type: 'checkpoint'; readonly intentId?: string; readonly checkpoint: UpstreamCheckpoint }
  | { readonly type: 'account'; readonly account: UpstreamAccount }
  | { readonly type: 'duplicate'; readonly accountId?: string }
  | { readonly type: 'restricted'; readonly reason?: string; readonly providerUserId?: string }
  | { readonly type: 'mismatch' }
  /** The scan or approval did not come in time, or the intent no longer exists. */
  | { readonly type: 'expired' }
  /** The user refused the sign-in on the phone. */
  | { readonly type: 'declined' }
  /** Nothing has happened yet. */
  | { readonly type: 'pending' }

/** How a consent can have failed, as far as a return's query is believed. */
export type CallbackRefusal = Extract<
  ErrorCode,
  | 'consent_denied'
  | 'consent_failed'
  | 'provider_unavailable'
  | 'account_exists'
  | 'account_restricted'
  | 'account_mismatch'
>

/** What the query of a consent callback claims. Nothing of it is proven: a user can type it. */
export type CallbackResult =
  /** The consent was given. Which account it linked, the signed webhook proves. */
  | { readonly type: 'consented'; readonly accountId?: string }
  /** `accountId`: Unipile's id of the account that exists already. */
  | { readonly type: 'refused'; readonly code: CallbackRefusal; readonly accountId?: string }

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
  readonly options?: ProviderOptions
  readonly proxy?: ProxyPolicy
  /** Returned in the webhook. */
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
 * The port to Unipile. Each call ends in finite time, is sent once, and rejects with a `ConnectError` and
 * nothing else. Ids are Unipile's and must not reach a browser.
 */
export interface Upstream {
  /** The catalogue's provider as this API can link it: with the methods that it has and the fields that they need. */
  adapt(provider: Provider): Provider
  start(input: UpstreamStart): Promise<UpstreamResult>
  /** Starts a mailbox: Unipile signs in to both of its servers meanwhile, which can take seconds. */
  startMail(input: UpstreamStart): Promise<UpstreamResult | MailRefusal>
  solve(intentId: string, answer: Secret<string>): Promise<UpstreamResult>
  /** Gives the phone number that a checkpoint asks for. */
  givePhone(intentId: string, phone: Secret<PhoneNumber>): Promise<UpstreamResult>
  /**
   * Asks for the state of a scan or approval; Unipile may hold the call until something happens. Aborting
   * `signal` cancels it: then it rejects with an error that is no `ConnectError`.
   */
  wait(intentId: string, signal: AbortSignal): Promise<UpstreamResult>
  /** Sends the code or notification again. @throws `resend_not_available` if that is not possible. */
  resend(intentId: string): Promise<void>
  /**
   * Requests any challenge, the one with this id, or a fresh code to scan or enter. @throws `no_other_way`.
   * @param form - What was typed for the start and is no secret.
   */
  requestChallenge(
    intentId: string,
    challenge?: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<UpstreamResult>
  /** The id of the new account that this intent would link, if it is known before. */
  futureAccount(intentId: string): string | undefined
  readAccount(accountId: string): Promise<UpstreamAccount>
  /**
   * Asks Unipile to start a stopped account again. @returns the account as it is then, whether that helped or
   * not. Absent: this API stops no accounts.
   */
  restartAccount?(accountId: string): Promise<UpstreamAccount>
  /** The accounts of the whole application, a page at a time: the first page, or the page of a `next`. */
  listAccounts(cursor?: string): Promise<UpstreamAccountPage>
  /** Removes the account; one that no longer exists counts as removed. */
  removeAccount(accountId: string): Promise<void>
  /**
   * Makes a link to a wizard of Unipile's own pages, which works once. Anyone who has it links for the
   * state's owner, so it is a secret.
   */
  createWizardLink(input: WizardLinkInput): Promise<string>
  /** Which of the provider options this API's wizard takes, and whether it takes a proxy. */
  readonly wizardTakes: { readonly options: ReadonlySet<keyof ProviderOptions>; readonly proxy: boolean }
  readonly webhookEndpoints: WebhookEndpoints
  /**
   * Verifies and reads a webhook. `undefined`: there is nothing to apply and nothing to record.
   * @throws ConnectError `webhook_invalid` if Unipile did not send it, `invalid_json` or `invalid_request`.
   */
  readWebhook(headers: Headers, body: Uint8Array): UpstreamEvent | undefined
  /**
   * Reads what was posted to a wizard's `notifyUrl`, whose address is its proof. `undefined`: no account was
   * linked.
   * @throws ConnectError `webhook_invalid` under API v2, which reports by signed webhook.
   */
  readWizardNotification(body: Uint8Array): WizardLinked | undefined
  /** Reads the query that a provider's consent page, or Unipile's wizard, returned with. */
  readCallback(query: URLSearchParams): CallbackResult
  /** Ends every call and connection. */
  close(): Promise<void>
}
