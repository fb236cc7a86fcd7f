import { type Checkpoint, checkpointReaders } from './checkpoint.ts'
import { type Outcome, outcomeReaders } from './outcome.ts'
import { number, object, oneOf, type Read, type Reader, text, time, union } from './reader.ts'

/** What the intent asks for now, or how it ended. */
export type Step = Checkpoint | Outcome

/** Reads a step. One of a type that this version does not know becomes an `unsupported` checkpoint, which has a way out. */
export const readStep: Reader<Step> = union<Step, Step>(
  'type',
  { ...checkpointReaders, ...outcomeReaders },
  ({ id }, name) => ({ type: 'unsupported', id: typeof id === 'string' ? id : name, name }),
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
  /** When this was sent: the difference to the browser's clock corrects every deadline. */
  serverTime: time,
})

export type Intent = Read<typeof readIntent>
