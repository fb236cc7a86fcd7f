import {
  anything,
  listOf,
  number,
  object,
  oneOf,
  optional,
  type Read,
  recordOf,
  text,
  time,
} from '@connect-account/core/internal'

const readTracedStep = object({
  /** The step's type. */
  type: text,
  /** The provider's id. */
  provider: optional(text),
  /** The method's id. */
  method: optional(text),
  /** The code of the error that is shown. */
  error: optional(text),
  /** The members that can only have values of a closed set, numbers and flags: `format`, `length`, `pending` … */
  members: recordOf(anything),
})

const readEntry = object({
  /** Milliseconds since the trace began. */
  at: number,
  /** The type of the machine's event. */
  event: text,
  /** Where the machine is then, such as `checkpoint.awaiting`. */
  state: text,
  step: readTracedStep,
})

const readRecorded = object({
  version: oneOf('1'),
  /** Another one for each flow of the page. */
  flow: text,
  startedAt: time,
  entries: listOf(readEntry),
})

/** What the user sees at one moment, without anything that they typed or that is theirs. */
export type TracedStep = Read<typeof readTracedStep>
export type TraceEntry = Read<typeof readEntry>
/** What happened in one flow. It holds no secret, no name, no address and no code. */
export type Trace = Read<typeof readRecorded>

/**
 * Reads a trace that was copied from the inspector.
 * @throws TypeError if it is none, or of a version that this one cannot read.
 */
export function readTrace(json: string): Trace {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new TypeError('This is not JSON. Copy the whole trace from the inspector.', { cause })
  }
  try {
    return readRecorded(value)
  } catch (cause) {
    throw new TypeError('This is not a trace of version 1. Copy it from the inspector of this version.', {
      cause,
    })
  }
}
