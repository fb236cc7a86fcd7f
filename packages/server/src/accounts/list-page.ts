import { ConnectError } from '@connect-account/core/errors'
import { type HostAccount, hostAccount } from '../callbacks/host-account.ts'
import type { AccountRecord, AccountStore } from '../store/account-store.ts'

/** Which accounts to return. */
export interface AccountQuery {
  /** Default: every user's. */
  readonly userId?: string
  /** 1 to 500. Default: 100. */
  readonly limit?: number
  /** The previous page's `next`. */
  readonly after?: string
}

/** A page of accounts, the oldest first. */
export interface HostAccountList {
  readonly accounts: readonly HostAccount[]
  /** Set if there are more. */
  readonly next?: string
}

const MAX_LIMIT = 500
const DEFAULT_LIMIT = 100

/** @throws ConnectError `invalid_request` for an `after` that no page returned. */
export async function listPage(
  accounts: Pick<AccountStore, 'listPage'>,
  { userId, limit = DEFAULT_LIMIT, after }: AccountQuery,
): Promise<HostAccountList> {
  const size = Math.min(Math.max(Math.trunc(limit), 1), MAX_LIMIT)
  const place = after === undefined ? undefined : readPlace(after)
  const found = await accounts.listPage({
    ...(userId === undefined ? {} : { userId }),
    after: place,
    limit: size + 1,
  })
  const page = found.slice(0, size)
  const last = page.at(-1)
  return {
    accounts: page.map(hostAccount),
    ...(last && found.length > page.length ? { next: writePlace(last) } : {}),
  }
}

type Place = Pick<AccountRecord, 'createdAt' | 'id'>

function writePlace({ createdAt, id }: Place): string {
  return `${Date.parse(createdAt)}.${id}`
}

function readPlace(text: string): Place {
  const [, at, id] = /^(\d{1,15})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text) ?? []
  if (!at || !id) throw new ConnectError('invalid_request', { fields: [{ name: 'after', code: 'invalid' }] })
  return { createdAt: new Date(Number(at)).toISOString(), id }
}
