import { ConnectError } from '@connect-account/core/errors'
import type { Session } from '../session/session-tokens.ts'
import type { LinkFilter, LinkPlace, LinkRecord, LinkStore } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'
import { isOwnLink } from './self-service.ts'

/** A link as its maker lists it. It has no address: nothing here opens the link. */
interface OwnLink {
  readonly id: string
  readonly state: 'open' | 'used' | 'expired' | 'revoked'
  readonly providers?: readonly string[]
  /** The account to connect again. */
  readonly accountId?: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** When its visitor first pressed "Continue". */
  readonly openedAt?: Date
  readonly usedAt?: Date
  readonly revokedAt?: Date
}

/** A link as the host lists it. */
export interface LinkSummary extends OwnLink {
  /** The host's own id of the user whose account it becomes. */
  readonly userId: string
  /** `user`: by `POST {base}/links`, without the host. */
  readonly madeBy: 'host' | 'user'
}

export interface LinkQuery {
  readonly userId: string
  /** 1 to 500. Default: 50. */
  readonly limit?: number
  /** The previous page's `next`. */
  readonly after?: string
}

/** The newest first. */
interface Page<T> {
  readonly links: readonly T[]
  /** Set if there are more. */
  readonly next?: string
}

export type LinkSummaryList = Page<LinkSummary>

const MAX_LIMIT = 500
const DEFAULT_LIMIT = 50

/** @throws ConnectError `invalid_request` for an `after` that no page returned. */
export async function listLinks(
  { links, now }: Pick<LinkContext, 'links' | 'now'>,
  { userId, limit = DEFAULT_LIMIT, after }: LinkQuery,
): Promise<LinkSummaryList> {
  const page = await readPage(
    links,
    { userId, limit: Math.min(Math.max(Math.trunc(limit), 1), MAX_LIMIT) },
    after,
  )
  return {
    ...page,
    links: page.links.map((link) => ({
      userId: link.userId,
      madeBy: link.madeBy,
      ...describe(link, now()),
    })),
  }
}

/**
 * The links that this user made without the host, and that are within the session. @throws ConnectError
 * `invalid_request`.
 */
export async function listOwnLinks(
  { links, now }: Pick<LinkContext, 'links' | 'now'>,
  session: Session,
  after: string | undefined,
): Promise<Page<OwnLink>> {
  const { userId } = session
  const page = await readPage(links, { userId, madeBy: 'user', limit: DEFAULT_LIMIT }, after)
  const own = page.links.filter((link) => isOwnLink(session, link))
  return { ...page, links: own.map((link) => describe(link, now())) }
}

async function readPage(
  links: LinkStore,
  filter: LinkFilter,
  after: string | undefined,
): Promise<Page<LinkRecord>> {
  const place = after === undefined ? undefined : readPlace(after)
  const found = await links.list({ ...filter, after: place, limit: filter.limit + 1 })
  const page = found.slice(0, filter.limit)
  const last = page.at(-1)
  return { links: page, ...(last && found.length > page.length ? { next: writePlace(last) } : {}) }
}

function describe(link: LinkRecord, now: number): OwnLink {
  const { id, options, relinkAccount, createdAt, expiresAt, openedAt, usedAt, revokedAt } = link
  return {
    id,
    state: stateOf(link, now),
    ...(options.providers ? { providers: options.providers } : {}),
    ...(relinkAccount ? { accountId: relinkAccount } : {}),
    createdAt,
    expiresAt,
    ...(openedAt ? { openedAt } : {}),
    ...(usedAt ? { usedAt } : {}),
    ...(revokedAt ? { revokedAt } : {}),
  }
}

function stateOf({ usedAt, revokedAt, expiresAt }: LinkRecord, now: number): OwnLink['state'] {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return expiresAt.getTime() <= now ? 'expired' : 'open'
}

function writePlace({ id, createdAt }: LinkPlace): string {
  return `${createdAt.getTime()}.${id}`
}

function readPlace(text: string): LinkPlace {
  const [, at, id] = /^(\d{1,15})\.([\da-f]{64})$/.exec(text) ?? []
  if (!at || !id) throw new ConnectError('invalid_request', { fields: [{ name: 'after', code: 'invalid' }] })
  return { id, createdAt: new Date(Number(at)) }
}
