import { eq } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { webhookEventsTable } from './schema.ts'

/** Which webhook events were handled: deliveries repeat. */
export class WebhookEventStore {
  readonly #queries: Queries

  constructor(queries: Queries) {
    this.#queries = queries
  }

  async has(id: string): Promise<boolean> {
    const rows = await this.#queries
      .select({ id: webhookEventsTable.id })
      .from(webhookEventsTable)
      .where(eq(webhookEventsTable.id, id))
    return rows.length > 0
  }

  async add(event: { id: string; type: string; receivedAt: Date }): Promise<void> {
    await this.#queries.insert(webhookEventsTable).values(event).onConflictDoNothing()
  }
}
