import * as v from 'valibot'

/**
 * The longest value a form field or an answer may have, in characters: a captcha token is the longest of
 * them.
 */
const MAX_VALUE = 8192
const value = v.pipe(v.string(), v.maxLength(MAX_VALUE))
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128))

/** The user's own proxy, through which the provider is reached, also after the account is linked. */
export const userProxySchema = v.strictObject({
  protocol: v.picklist(['https', 'http', 'socks5', 'socks4']),
  host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
  port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)),
  username: v.exactOptional(v.pipe(v.string(), v.maxLength(256))),
  password: v.exactOptional(v.pipe(v.string(), v.maxLength(256))),
})

/**
 * Body of `POST /intents`. Unknown members are refused: a misspelled one would otherwise be ignored silently.
 */
export const startRequestSchema = v.strictObject({
  provider: id,
  method: id,
  /** The form's values by field name. */
  credentials: v.exactOptional(v.record(v.pipe(v.string(), v.maxLength(64)), value)),
  /** Reconnect this account instead of linking a new one. */
  accountId: v.exactOptional(id),
  /** The page that the provider's consent page returns to: an absolute URL on an allowed origin. */
  returnTo: v.exactOptional(v.pipe(v.string(), v.maxLength(2048), v.url())),
  /** How the consent page is shown. Default: `redirect`. */
  display: v.exactOptional(v.picklist(['redirect', 'popup'])),
  /** The sign-in name to suggest at the provider's consent page. */
  loginHint: v.exactOptional(v.pipe(v.string(), v.maxLength(320))),
  /** Accepted if the method has `userProxy`, refused otherwise. */
  proxy: v.exactOptional(userProxySchema),
})

/**
 * Body of `POST /intents/{id}/solve`. `answer` is the code, the phone number, the captcha's token or the
 * option's id.
 */
export const solveRequestSchema = v.strictObject({ checkpoint: id, answer: v.pipe(value, v.minLength(1)) })

/** Body of `POST /intents/{id}/challenge`: an option's id; without one, any other way or a fresh QR code. */
export const challengeRequestSchema = v.strictObject({ challenge: v.exactOptional(id) })

/** Body of `POST /intents/{id}/return`: the token that the consent's return gave to its browser. */
export const returnRequestSchema = v.strictObject({ token: id })

/**
 * Body of `PATCH /accounts/{id}`: the user's own name for the account, or `null` for its name at the
 * provider.
 */
export const renameRequestSchema = v.strictObject({
  name: v.nullable(
    v.pipe(
      v.string(),
      v.trim(),
      v.minLength(1),
      v.maxLength(80),
      // Control characters, lone surrogates, line separators, and characters that change the direction of the
      // surrounding text.
      v.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u),
    ),
  ),
})

export type RenameRequest = v.InferOutput<typeof renameRequestSchema>
export type UserProxy = v.InferOutput<typeof userProxySchema>
export type StartRequest = v.InferOutput<typeof startRequestSchema>
export type SolveRequest = v.InferOutput<typeof solveRequestSchema>
export type ChallengeRequest = v.InferOutput<typeof challengeRequestSchema>
