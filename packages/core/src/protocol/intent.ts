import * as v from 'valibot'
import { type Checkpoint, checkpointSchema, checkpointSchemas } from './checkpoint.ts'
import { type Outcome, outcomeSchema, outcomeSchemas } from './outcome.ts'

/** What the intent asks for now, or how it ended. */
export type Step = Checkpoint | Outcome

/** A step of a type that this version does not know becomes an `unsupported` checkpoint, so that it has a way out. */
const stepSchema = v.pipe(
  v.looseObject({ type: v.string() }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Step => {
    const { value } = dataset
    const schema = Object.hasOwn(checkpointSchemas, value.type)
      ? checkpointSchema
      : Object.hasOwn(outcomeSchemas, value.type)
        ? outcomeSchema
        : undefined
    if (!schema) return { type: 'unsupported', id: String(value.id ?? value.type), name: value.type }
    const parsed = v.safeParse(schema, value)
    if (parsed.success) return parsed.output
    addIssue({ message: `Invalid ${value.type} step: ${parsed.issues[0].message}` })
    return NEVER
  }),
)

/** An auth intent as the browser sees it. All times are ISO 8601 by the server's clock. */
export const intentSchema = v.object({
  id: v.string(),
  /** Grows by one with each change; a lower one is old news. */
  revision: v.number(),
  provider: v.string(),
  method: v.string(),
  mode: v.picklist(['link', 'relink']),
  step: stepSchema,
  createdAt: v.string(),
  expiresAt: v.string(),
  /** When this was said: the difference to the browser's clock makes every deadline right. */
  serverTime: v.string(),
})

export type Intent = v.InferOutput<typeof intentSchema>

/** Tells an end from a checkpoint. */
export function isOutcome(step: Step): step is Outcome {
  return Object.hasOwn(outcomeSchemas, step.type)
}
