import type { Account } from '@connect-account/core/protocol'
import { and, eq, isNull, sql } from 'drizzle-orm'
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
  readonly createdAt: Date
  readonly expiresAt: Date
  /** When an account was linked by it. */
  readonly usedAt: Date | null
}

/** The one-time links. */
export class LinkStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  async add(link: Omit<LinkRecord, 'usedAt'>): Promise<void> {
    const added = this.#queries.$with('added').as(this.#queries.insert(linksTable).values(link).returning())
    const noted = noting(this.#queries, added, {
      action: 'link_created',
      at: added.createdAt,
      userId: added.userId,
      account: added.relinkAccount,
    })
    await this.#queries.with(added, noted).select().from(added)
  }

  async find(id: string): Promise<LinkRecord | undefined> {
    const [row] = await this.#queries.select().from(linksTable).where(eq(linksTable.id, id))
    return row && { ...row, options: v.parse(linkOptionsSchema, row.options) }
  }

  /** Locks the link. @returns whether it can still link an account. */
  async lockUnused(id: string): Promise<boolean> {
    const rows = await this.#queries
      .select({ id: linksTable.id })
      .from(linksTable)
      .where(and(eq(linksTable.id, id), isNull(linksTable.usedAt)))
      .for('update')
    return rows.length > 0
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
