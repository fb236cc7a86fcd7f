import * as v from 'valibot'
import { id, label, optionalLabel, optionalText } from '../answer-texts.ts'
import { optionalDisplay } from '../display.ts'

/** API v1's responses as far as they are read; other members are ignored, so that new ones do no harm. */

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
  type: v.string(),
  name: optionalLabel,
  created_at: optionalText,
  connection_params: v.optional(
    v.looseObject({
      im: v.fallback(v.optional(owner), undefined),
      mail: v.fallback(v.optional(owner), undefined),
    }),
  ),
  sources: v.optional(v.array(v.looseObject({ status: v.string() }))),
})

export const accountsAnswer = v.looseObject({ items: v.array(v.unknown()), cursor: optionalText })

const checkpointAnswer = v.looseObject({
  object: v.literal('Checkpoint'),
  account_id: id,
  checkpoint: v.looseObject({
    type: label,
    source: optionalText,
    qrcode: v.optional(v.nullable(id)),
    public_key: optionalText,
    data: optionalText,
    display: optionalDisplay,
    contract_options: v.optional(v.array(v.looseObject({ id, name: optionalLabel }))),
  }),
})

export const authAnswer = v.variant('object', [
  v.looseObject({ object: v.literal('AccountCreated'), account_id: id }),
  v.looseObject({ object: v.literal('AccountReconnected'), account_id: id }),
  checkpointAnswer,
])

/** Both come with status 200 (reference, "Restart an account"). */
export const restartAnswer = v.looseObject({
  object: v.picklist(['AccountRestarted', 'AccountFailedToRestart']),
})

export const wizardLinkAnswer = v.looseObject({ url: v.pipe(v.string(), v.regex(/^https?:\/\//i)) })

export type AccountAnswer = v.InferOutput<typeof accountAnswer>
export type CheckpointAnswer = v.InferOutput<typeof checkpointAnswer>
