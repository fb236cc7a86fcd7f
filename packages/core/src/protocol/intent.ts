import { type Checkpoint, readCheckpoint } from './checkpoint.ts'
import { type Outcome, readOutcome } from './outcome.ts'
import { number, object, oneOf, type Read, type Reader, reader, text, time } from './reader.ts'

/** What the intent needs now, or how it ended. */
export type Step = Checkpoint | Outcome

export const readStep: Reader<Step> = reader(
  { anyOf: [readCheckpoint, readOutcome] },
  (value, at) => readOutcome(value, at) ?? readCheckpoint(value, at),
)

/** Reads an auth intent as the browser sees it. */
export const readIntent = object({
  id: text,
  /** Grows by one with each change; a lower one is outdated. */
  revision: number,
  provider: text,
  method: text,
  mode: oneOf('link', 'relink'),
  step: readStep,
  createdAt: time,
  expiresAt: time,
  /** When this was sent: deadlines are corrected by the difference from the browser's clock. */
  serverTime: time,
})

export type Intent = Read<typeof readIntent>
