import type { Queries } from '../database.ts'
import type { NewOutboxRow } from '../outbox-store.ts'
import type { accountsTable, intentsTable } from '../schema.ts'
import { inBatches } from './in-batches.ts'
import { intentStatements } from './intent-statements.ts'

type IntentRow = Readonly<typeof intentsTable.$inferSelect>

/** A request to act on a checkpoint, until the given time at the latest. */
export interface Turn {
  readonly id: string
  readonly userId: string
  readonly checkpoint: string
  readonly now: Date
  readonly until: Date
}

/** An intent's end, and its account, which is not linked yet. */
interface NewLink {
  readonly id: string
  readonly ended: IntentRow
  readonly account: typeof accountsTable.$inferSelect
  /** What the host is told of it. */
  readonly events: readonly NewOutboxRow[]
}

/**
 * What every flow writes. Each resolves to `undefined` if its precondition failed; nothing is written then.
 */
export interface IntentWrites {
  add(intent: IntentRow): Promise<unknown>
  /** Writes the intent's next revision. */
  advance(revised: IntentRow): Promise<unknown>
  linkNew(link: NewLink): Promise<unknown>
  takeTurn(turn: Turn): Promise<IntentRow | undefined>
}

/** Writes of the same moment go together, even those of different users. */
export function intentWrites(queries: Queries): IntentWrites {
  const { add, advance, linkNew, takeTurn } = intentStatements(queries)
  return {
    add: inBatches((intents) => add.execute({ given: JSON.stringify(intents) })),
    advance: inBatches((revised) => advance.execute({ given: JSON.stringify(revised) })),
    linkNew: inBatches((links) =>
      linkNew.execute({
        given: JSON.stringify(links.map(({ ended }) => ended)),
        new_account: JSON.stringify(links.map(({ account }) => account)),
        new_event: JSON.stringify(links.flatMap(({ events }) => events)),
      }),
    ),
    takeTurn: inBatches((turns) =>
      takeTurn.execute({
        given: JSON.stringify(turns.map(givenTurn)),
        now: new Date(Math.max(...turns.map(({ now }) => now.getTime()))),
      }),
    ),
  }
}

function givenTurn({ id, userId, checkpoint, until }: Turn): Partial<IntentRow> {
  return { id, userId, checkpointId: checkpoint, busyUntil: until }
}
