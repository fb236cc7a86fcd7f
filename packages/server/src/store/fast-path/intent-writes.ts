import type { Queries } from '../database.ts'
import { inBatches } from './in-batches.ts'
import { intentStatements } from './intent-statements.ts'
import type { accountsTable, intentsTable } from '../schema.ts'

type IntentRow = Readonly<typeof intentsTable.$inferSelect>

/** Who wants to act on which checkpoint, and until when. */
export interface Turn {
  readonly id: string
  readonly userId: string
  readonly checkpoint: string
  readonly now: Date
  readonly until: Date
}

/** An intent's end, and the account that nobody has linked before. */
interface NewLink {
  readonly id: string
  readonly ended: IntentRow
  readonly account: typeof accountsTable.$inferSelect
}

/** What every walk writes. Each answers nothing for what is not as it was asked for, which is then not written. */
export interface IntentWrites {
  add(intent: IntentRow): Promise<unknown>
  /** The intent as it is to be: the next revision of what was read. */
  advance(revised: IntentRow): Promise<unknown>
  linkNew(link: NewLink): Promise<unknown>
  takeTurn(turn: Turn): Promise<IntentRow | undefined>
}

/** Those of a moment are written together, also of many users. */
export function intentWrites(queries: Queries): IntentWrites {
  const { add, advance, linkNew, takeTurn } = intentStatements(queries)
  return {
    add: inBatches((intents) => add.execute({ given: JSON.stringify(intents) })),
    advance: inBatches((revised) => advance.execute({ given: JSON.stringify(revised) })),
    linkNew: inBatches((links) =>
      linkNew.execute({
        given: JSON.stringify(links.map(({ ended }) => ended)),
        new_account: JSON.stringify(links.map(({ account }) => account)),
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
