import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError, type FieldError } from '@connect-account/core/errors'
import { errorCodeOf } from '@connect-account/core/internal'
import { Secret } from '@connect-account/core/protocol'
import { type HostAccount, hostAccount } from '../callbacks/host-account.ts'
import type { Session } from '../session/session-tokens.ts'
import type { AccountStore } from '../store/account-store.ts'
import type { IntentRecord } from '../store/intent-store.ts'

/** Fresh cookies of an account's owner. */
export interface CookieReconnect {
  /** The account's own id here. */
  readonly accountId: string
  /** By the cookie's name at the provider: `{ li_at: '…' }`. They are passed on to Unipile and never stored or logged. */
  readonly cookies: Readonly<Record<string, string>>
  /** The agent of the browser that they are from. */
  readonly userAgent: string
}

/** What fresh cookies led to. The account's status is never lowered by it. */
export type CookieReconnection =
  | { readonly type: 'relinked'; readonly account: HostAccount }
  /** The cookies are another person's. */
  | { readonly type: 'mismatch' }
  /** The provider has restricted the account. */
  | { readonly type: 'restricted'; readonly reason?: string }
  /** The provider asks for something that only the owner can do. Nothing was changed. */
  | { readonly type: 'owner_needed' }
  /** Unipile is still working on it: `accountRelinked` follows if it succeeds. */
  | { readonly type: 'pending' }

export interface CookieReconnectContext {
  readonly accounts: Pick<AccountStore, 'findById'>
  readonly start: (
    session: Session,
    input: {
      readonly provider: string
      readonly method: string
      readonly accountId: string
      readonly credentials: Secret<Record<string, string>>
      readonly userAgent: string
    },
  ) => Promise<IntentRecord>
  readonly cancel: (intentId: string) => Promise<void>
}

/**
 * Reconnects an account with cookies, without its owner.
 * @throws ConnectError `account_not_found`, `unknown_method` if the provider takes no cookies, `invalid_request`
 *   for cookies that are missing or not known, or what the provider says to them, e.g. `invalid_credentials`.
 */
export async function reconnectWithCookies(
  { accounts, start, cancel }: CookieReconnectContext,
  { accountId, cookies, userAgent }: CookieReconnect,
): Promise<CookieReconnection> {
  const account = await accounts.findById(accountId)
  if (!account) throw new ConnectError('account_not_found')
  const { userId, provider } = account
  const { method, credentials } = readCookies(provider, cookies)
  const intent = await start(
    { userId, providers: [provider], expiresAt: Number.POSITIVE_INFINITY },
    { provider, method, credentials: new Secret(credentials), accountId, userAgent },
  )
  const { step } = intent
  switch (step.type) {
    case 'relinked':
      return { type: 'relinked', account: hostAccount({ ...account, ...step.account }) }
    case 'mismatch':
      return { type: 'mismatch' }
    case 'restricted':
      return { type: 'restricted', ...(step.reason === undefined ? {} : { reason: step.reason }) }
    case 'failed':
      throw new ConnectError(errorCodeOf(step.error.code))
    case 'loading':
      return { type: 'pending' }
    default:
      await cancel(intent.id)
      return { type: 'owner_needed' }
  }
}

/** The provider's method that takes cookies, and these as it names them. */
function readCookies(
  provider: string,
  cookies: Readonly<Record<string, string>>,
): { readonly method: string; readonly credentials: Record<string, string> } {
  const methods = providerCatalogue.find(({ id }) => id === provider)?.methods ?? []
  for (const method of methods) {
    const known = method.kind === 'form' ? method.fields.flatMap((field) => field.cookies ?? []) : []
    if (known.length === 0) continue
    const names = new Map(known.map(({ cookie, credential }) => [cookie, credential]))
    const fields: FieldError[] = []
    const credentials: Record<string, string> = {}
    for (const [cookie, value] of Object.entries(cookies)) {
      const credential = names.get(cookie)
      if (credential === undefined) fields.push({ name: `cookies.${cookie}`, code: 'unknown_member' })
      else if (!isCookieValue(value)) fields.push({ name: `cookies.${cookie}`, code: 'invalid' })
      else credentials[credential] = value
    }
    if (fields.length > 0) throw new ConnectError('invalid_request', { fields })
    return { method: method.id, credentials }
  }
  throw new ConnectError('unknown_method', { detail: 'This provider takes no cookies.' })
}

/** Text without a semicolon, which ends a cookie, and without blanks and control characters. */
function isCookieValue(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s;\p{Cc}]+$/u.test(value)
}
