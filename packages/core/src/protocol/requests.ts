import * as v from 'valibot'

/** The longest value a form field or an answer may have, in characters: a captcha token is the longest of them. */
const MAX_VALUE = 8192
const value = v.pipe(v.string(), v.maxLength(MAX_VALUE))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128))

/** Body of `POST /intents`. Unknown members are refused: a misspelt one would otherwise be lost in silence. */
export const startRequestSchema = v.strictObject({
  provider: id,
  method: id,
  /** The form's values by field name. */
  credentials: v.exactOptional(v.record(v.pipe(v.string(), v.maxLength(64)), value)),
  /** Connect this account again instead of linking a new one. */
  accountId: v.exactOptional(id),
  /** The page to come back to from the provider's consent page: an absolute URL on an allowed origin. */
  returnTo: v.exactOptional(v.pipe(v.string(), v.maxLength(2048), v.url())),
  /** How the consent page is shown. Default: `redirect`. */
  display: v.exactOptional(v.picklist(['redirect', 'popup'])),
  /** The sign-in name to suggest at the provider's consent page. */
  loginHint: v.exactOptional(v.pipe(v.string(), v.maxLength(320))),
})

/** Body of `POST /intents/{id}/solve`. `answer` is the code, the phone number, the captcha's token or the option's id. */
export const solveRequestSchema = v.strictObject({ checkpoint: id, answer: v.pipe(value, v.minLength(1)) })

/** Body of `POST /intents/{id}/challenge`: an option's id, or nothing for any other way or a fresh QR code. */
export const challengeRequestSchema = v.strictObject({ challenge: v.exactOptional(id) })

export type StartRequest = v.InferOutput<typeof startRequestSchema>
export type SolveRequest = v.InferOutput<typeof solveRequestSchema>
export type ChallengeRequest = v.InferOutput<typeof challengeRequestSchema>
