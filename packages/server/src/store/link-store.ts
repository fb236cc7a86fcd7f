import type { Account } from '@connect-account/core/protocol'
import { and, count, desc, eq, gt, isNull, lt, or, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { noting } from './audit-store.ts'
import type { Queries } from './database.ts'
import { type LinkOptions, linkOptionsSchema } from './link-options.ts'
import { linksTable } from './schema.ts'

/** A one-time link. `id` is the hash of its token: a reader of the row cannot open the link. */
export interface LinkRecord {
  readonly id: string
  readonly userId: string
  readonly options: LinkOptions
  /** Our id of the account to connect again. */
  readonly relinkAccount: string | null
  /** `user`: a user made it without the host. */
  readonly madeBy: 'host' | 'user'
  readonly createdAt: Date
  readonly expiresAt: Date
  /** The hash of what the browser keeps that continued with it first. */
  readonly browser: string | null
  /** When that was. */
  readonly openedAt: Date | null
  /** When an account was linked by it. */
  readonly usedAt: Date | null
  readonly revokedAt: Date | null
}

export type NewLink = Omit<LinkRecord, 'browser' | 'openedAt' | 'usedAt' | 'revokedAt'>

/** Why a link can no longer link an account. */
export type EndedLink = 'link_used' | 'link_revoked'

/** Which links to list. */
export interface LinkFilter {
  readonly userId: string
  readonly madeBy?: LinkRecord['madeBy']
  /** Those that come after this one. */
  readonly after?: LinkPlace | undefined
  readonly limit: number
}

/** A link's place in a list: the newest is the first. */
export type LinkPlace = Pick<LinkRecord, 'id' | 'createdAt'>

/** Which links to revoke. */
export interface RevokedLinks {
  readonly userId: string
  /** Default: all of the user's. */
  readonly id?: string
}

const { usedAt, revokedAt } = linksTable
/** It has neither linked an account nor been revoked. */
const unended = and(isNull(usedAt), isNull(revokedAt))

/** The one-time links. */
export class LinkStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  async add(link: NewLink): Promise<void> {
    const added = this.#queries.$with('added').as(this.#queries.insert(linksTable).values(link).returning())
    const noted = noting(this.#queries, added, {
      action: 'link_created',
      at: added.createdAt,
      userId: added.userId,
      account: added.relinkAccount,
    })
    await this.#queries.with(added, noted).select().from(added)
  }

  /**
   * Counts the links that this user made and that can still be opened. Within the transaction, no other of
   * this user's links is counted meanwhile.
   */
  async countOwnOpen(userId: string, now: Date): Promise<number> {
    await this.#queries.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`link ${userId}`}, 0))`)
    const [row] = await this.#queries
      .select({ open: count() })
      .from(linksTable)
      .where(
        and(
          eq(linksTable.userId, userId),
          eq(linksTable.madeBy, 'user'),
          gt(linksTable.expiresAt, now),
          unended,
        ),
      )
    return row?.open ?? 0
  }

  async find(id: string): Promise<LinkRecord | undefined> {
    const [row] = await this.#queries.select().from(linksTable).where(eq(linksTable.id, id))
    return row && readRow(row)
  }

  /** The newest first. */
  async list({ userId, madeBy, after, limit }: LinkFilter): Promise<LinkRecord[]> {
    const { createdAt, id } = linksTable
    const rows = await this.#queries
      .select()
      .from(linksTable)
      .where(
        and(
          eq(linksTable.userId, userId),
          madeBy && eq(linksTable.madeBy, madeBy),
          after && or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id))),
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(limit)
    return rows.map(readRow)
  }

  /** Binds the link to the first browser that continues with it. @returns whether this is that browser. */
  async bind(id: string, browser: string, at: Date): Promise<boolean> {
    const bound = this.#queries.$with('bound').as(
      this.#queries
        .update(linksTable)
        .set({ browser, openedAt: at })
        .where(and(eq(linksTable.id, id), isNull(linksTable.browser)))
        .returning(),
    )
    const noted = noting(this.#queries, bound, {
      action: 'link_opened',
      at: bound.openedAt,
      userId: bound.userId,
      account: bound.relinkAccount,
    })
    const rows = await this.#queries.with(bound, noted).select().from(bound)
    return rows.length > 0 || (await this.find(id))?.browser === browser
  }

  /** Gives the link to another browser, if the host lets links travel. */
  async rebind(id: string, browser: string): Promise<void> {
    await this.#queries.update(linksTable).set({ browser }).where(eq(linksTable.id, id))
  }

  /** @returns the ids of those that were not ended before. */
  async revoke({ userId, id }: RevokedLinks, at: Date): Promise<string[]> {
    const revoked = this.#queries.$with('revoked').as(
      this.#queries
        .update(linksTable)
        .set({ revokedAt: at })
        .where(
          and(eq(linksTable.userId, userId), id === undefined ? undefined : eq(linksTable.id, id), unended),
        )
        .returning(),
    )
    const noted = noting(this.#queries, revoked, {
      action: 'link_revoked',
      at: revoked.revokedAt,
      userId: revoked.userId,
      account: revoked.relinkAccount,
    })
    const rows = await this.#queries.with(revoked, noted).select({ id: revoked.id }).from(revoked)
    return rows.map((row) => row.id)
  }

  /** Locks the link. @returns why it cannot link an account; `undefined` if it can. */
  async lockOpen(id: string): Promise<EndedLink | undefined> {
    const [row] = await this.#queries
      .select({ usedAt, revokedAt })
      .from(linksTable)
      .where(eq(linksTable.id, id))
      .for('update')
    if (row?.revokedAt) return 'link_revoked'
    return row && !row.usedAt ? undefined : 'link_used'
  }

  /** Records that the link has linked this account. */
  async markUsed(
    id: string,
    at: Date,
    { id: account, provider }: Pick<Account, 'id' | 'provider'>,
  ): Promise<void> {
    const used = this.#queries
      .$with('used')
      .as(this.#queries.update(linksTable).set({ usedAt: at }).where(eq(linksTable.id, id)).returning())
    const noted = noting(this.#queries, used, {
      action: 'link_used',
      at: used.usedAt,
      userId: used.userId,
      provider: sql`${provider}`,
      account: sql`${account}`,
    })
    await this.#queries.with(used, noted).select().from(used)
  }
}

function readRow(row: typeof linksTable.$inferSelect): LinkRecord {
  return { ...row, options: v.parse(linkOptionsSchema, row.options) }
}
