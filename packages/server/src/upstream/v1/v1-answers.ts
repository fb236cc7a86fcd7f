import * as v from 'valibot'

/** API v1's responses as far as they are read; other members are ignored, so that new ones do no harm. */

/** PostgreSQL keeps no text with a NUL in it. */
const text = v.pipe(v.string(), v.excludes('\u0000'))
const optionalText = v.optional(v.nullable(text))
const id = v.pipe(text, v.minLength(1))

const owner = v.looseObject({
  id: optionalText,
  user_id: optionalText,
  phone_number: optionalText,
  imap_user: optionalText,
  username: optionalText,
})

export const accountAnswer = v.looseObject({
  object: v.literal('Account'),
  id,
  type: text,
  name: optionalText,
  created_at: optionalText,
  connection_params: v.optional(
    v.looseObject({
      im: v.fallback(v.optional(owner), undefined),
      mail: v.fallback(v.optional(owner), undefined),
    }),
  ),
  sources: v.optional(v.array(v.looseObject({ status: text }))),
})

export const accountsAnswer = v.looseObject({ items: v.array(accountAnswer), cursor: optionalText })

const checkpointAnswer = v.looseObject({
  object: v.literal('Checkpoint'),
  account_id: id,
  checkpoint: v.looseObject({
    type: text,
    source: optionalText,
    qrcode: optionalText,
    public_key: optionalText,
    data: optionalText,
    contract_options: v.optional(v.array(v.looseObject({ id: text, name: optionalText }))),
  }),
})

export const authAnswer = v.variant('object', [
  v.looseObject({ object: v.literal('AccountCreated'), account_id: id }),
  v.looseObject({ object: v.literal('AccountReconnected'), account_id: id }),
  checkpointAnswer,
])

export const wizardLinkAnswer = v.looseObject({ url: v.pipe(text, v.regex(/^https?:\/\//i)) })

export type AccountAnswer = v.InferOutput<typeof accountAnswer>
export type CheckpointAnswer = v.InferOutput<typeof checkpointAnswer>
