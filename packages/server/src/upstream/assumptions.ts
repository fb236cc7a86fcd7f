/**
 * Every choice of this driver where Unipile's public documentation leaves the wire open. Change a choice
 * here; no other file depends on it.
 */
import * as v from 'valibot'
import type { MailRefusal, PhoneNumber } from './upstream.ts'

/**
 * `code` is required even if there is nothing to send: integrators send an empty one for a scan or an
 * approval.
 */
export const WAITING_CODE = ''

/** API v1's code for another method, tried if `checkpoint/request` is unknown (404, 405). */
export const ANOTHER_WAY_CODE = 'TRY_ANOTHER_WAY'

/** How our catalogue's provider ids are spelled upstream, if that differs. */
const providerSpelling: Readonly<Record<string, string>> = {}

export function upstreamProvider(provider: string): string {
  return providerSpelling[provider] ?? provider
}

/** The catalogue's id of a provider as it is spelled upstream. */
export function catalogueProvider(spelling: string): string {
  const known = Object.entries(providerSpelling).find(([, spelt]) => spelt === spelling)
  return known?.[0] ?? spelling
}

/**
 * "Dialling code in brackets, then the number": with the trunk prefix, as in the wire page's example
 * `(+33)0612345678`.
 */
export function upstreamPhone({ dialling, national }: PhoneNumber): string {
  return `(+${dialling})${national}`
}

/**
 * How a refused mailbox names the server and the cause is not documented: `<side>: <fault>: …` at the start
 * of `detail`.
 */
export function readMailRefusal(detail: string): MailRefusal | undefined {
  const parsed = v.safeParse(
    mailRefusal,
    detail
      .split(':')
      .map((part) => part.trim().toLowerCase())
      .slice(0, 2),
  )
  return parsed.success
    ? { type: 'mail_refused', side: parsed.output[0], fault: parsed.output[1] }
    : undefined
}

const mailRefusal = v.tuple([
  v.picklist(['imap', 'smtp']),
  v.picklist(['password', 'host', 'connection', 'encryption', 'certificate', 'timeout']),
])

/**
 * No type is documented for a provider or a method that an application does not have. Both APIs have an error for
 * what is not implemented, and an enum that lacks a word makes the parameters invalid, whose detail then names the
 * member.
 */
export function isUnknownProvider(status: number, type: string, detail: string | undefined): boolean {
  if (status === 501 || /\/(feature_)?not_implemented$/.test(type)) return true
  return status === 400 && type.endsWith('/invalid_parameters') && /\bprovider\b/i.test(detail ?? '')
}

/**
 * No type is documented for a user who declines at the provider's consent page; OAuth's own word is
 * `access_denied` (RFC 6749, section 4.1.2.1).
 */
export function isConsentDenied(type: string): boolean {
  return /(^|\/)(access|consent|user)_(denied|declined|cancell?ed)$/.test(type)
}

/**
 * A restricted account's `detail` carries "the reason and the provider's user id" in a form that is not
 * documented: the text is the reason, and an id is taken from it if one is named as such (`… user id: 123`,
 * `provider_id=123`).
 */
export function readRestriction(detail: string | undefined): { reason?: string; providerUserId?: string } {
  if (!detail) return {}
  const id = /(?:user|provider)[ _-]?id["']?\s*[:=]?\s*["']?([\w.:@-]*\w)/i.exec(detail)?.[1]
  return { reason: detail, ...(id ? { providerUserId: id } : {}) }
}

/**
 * A callback's query: the wire has these names for hosted links; that a plain OAuth start returns with the
 * same names is our assumption. Of a failure the official text names the title alone ("`error_title` is present
 * instead"), integrators see all three, and a provider's own `error` may be passed on (RFC 6749, section
 * 4.1.2.1).
 */
export const callbackParameters = {
  accountId: 'account_id',
  errorType: 'error_type',
  errorTitle: 'error_title',
  errorDetail: 'error_detail',
  oauthError: 'error',
} as const

/** OAuth's own words for a provider that cannot answer now. */
export const oauthOutages: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])

/**
 * An intent has the id of its future account: both are `acc_…`. So the account of a canceled intent can be
 * removed even if no response and no webhook named it.
 */
export function futureAccount(intentId: string): string {
  return intentId
}

interface StateCarrier {
  readonly state?: string | null | undefined
}

/** `account.add` and `account.reconnect` "carry `state`": in the payload, or beside it. */
export function webhookState(event: StateCarrier & { readonly payload?: StateCarrier | null | undefined }) {
  return event.state ?? event.payload?.state ?? undefined
}

/**
 * A status whose reason is one of the errors with which a sign-in says so, alone or after what it is about, waits for its
 * owner to use the provider's own app or website first.
 */
export function wantsOwnApp(reason: string): boolean {
  return /(?:^|[/:]\s*)(?:action_required|unknown_authentication_context)$/.test(reason)
}
