import type { Display } from '@connect-account/core/protocol'
import * as v from 'valibot'
import { id, optionalLabel } from './answer-texts.ts'

/**
 * What a checkpoint asks the user to enter or tap on the phone: `{type, value, label?, image_url?, expires_at?}`. No
 * public source of Unipile's describes it, so this shape is an assumption.
 */
const displayAnswer = v.looseObject({
  type: v.string(),
  value: id,
  label: optionalLabel,
  image_url: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^https:\/\//i))), undefined),
  expires_at: v.fallback(v.optional(v.pipe(v.string(), v.isoTimestamp())), undefined),
})

/** The type of a checkpoint that only shows something. Assumed, like the member. */
export const DISPLAY = 'DISPLAY'

/** The member of a checkpoint. One that cannot be read is left out: the checkpoint works without it. */
export const optionalDisplay = v.fallback(v.optional(v.nullable(displayAnswer)), undefined)

/** Converts it to the protocol's type. A type that is newer than this version is `unknown`, with its value. */
export function readDisplay({
  type,
  value,
  label,
  image_url,
  expires_at,
}: v.InferOutput<typeof displayAnswer>): Display {
  const kind = type.toLowerCase()
  return {
    kind: kind === 'code' || kind === 'emoji' || kind === 'number' ? kind : 'unknown',
    value,
    label: label ? label : value,
    ...(image_url ? { imageUrl: image_url } : {}),
    ...(expires_at ? { expiresAt: new Date(expires_at).toISOString() } : {}),
  }
}
