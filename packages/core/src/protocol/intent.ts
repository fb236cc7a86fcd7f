import { type Checkpoint, checkpointReaders } from './checkpoint.ts'
import { type Outcome, outcomeReaders } from './outcome.ts'
import { anything, number, object, oneOf, optional, type Read, type Reader, text } from './reader.ts'

/** What the intent asks for now, or how it ended. */
export type Step = Checkpoint | Outcome

const stepReaders: Readonly<Record<string, Reader<Step>>> = { ...checkpointReaders, ...outcomeReaders }
const readTyped = object({ type: text, id: optional(anything) })

/** Reads a step. One of a type that this version does not know becomes an `unsupported` checkpoint, so that it has a way out. */
export function readStep(value: unknown, at = 'step'): Step {
  const { type, id } = readTyped(value, at)
  const read = Object.hasOwn(stepReaders, type) ? stepReaders[type] : undefined
  return read ? read(value, at) : { type: 'unsupported', id: typeof id === 'string' ? id : type, name: type }
}

/** Reads an auth intent as the browser sees it. All times are ISO 8601 by the server's clock. */
export const readIntent = object({
  id: text,
  /** Grows by one with each change; a lower one is old news. */
  revision: number,
  provider: text,
  method: text,
  mode: oneOf('link', 'relink'),
  step: readStep,
  createdAt: text,
  expiresAt: text,
  /** When this was said: the difference to the browser's clock makes every deadline right. */
  serverTime: text,
})

export type Intent = Read<typeof readIntent>
