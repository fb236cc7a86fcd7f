import * as v from 'valibot'
import { upstreamStatuses } from '../account-statuses.ts'
import { id, label, optionalLabel, optionalText } from '../answer-texts.ts'
import { optionalDisplay } from '../display.ts'

/** Unipile's responses as far as they are read; other members are ignored, so that new ones do no harm. */

export const accountAnswer = v.looseObject({
  object: v.literal('Account'),
  id,
  provider: optionalText,
  user_id: optionalText,
  name: optionalLabel,
  created_at: optionalText,
  initial_sync: v.optional(
    v.nullable(
      v.looseObject({
        // A word that is newer than this version is ignored.
        status: v.fallback(v.optional(v.picklist(['pending', 'running', 'failed', 'completed'])), undefined),
      }),
    ),
  ),
  // A status that is newer than this version must not fail a link that succeeded; the next webhook corrects
  // it.
  status: v.fallback(v.picklist(upstreamStatuses), 'running'),
  metadata: v.fallback(
    v.optional(
      v.nullable(
        v.looseObject({
          products_connection_status: v.optional(v.nullable(v.record(v.string(), v.string()))),
        }),
      ),
    ),
    undefined,
  ),
  /** Whether Unipile refuses to act on the account, whatever its status. */
  is_locked: v.fallback(v.optional(v.nullable(v.boolean())), undefined),
})

const options = v.array(
  v.looseObject({ id, name: optionalLabel, label: optionalLabel, description: optionalLabel }),
)

const checkpointAnswer = v.looseObject({
  object: v.literal('AuthenticationCheckpoint'),
  intent_id: id,
  checkpoint: v.looseObject({
    type: label,
    channel: optionalText,
    platform: optionalText,
    public_key: optionalText,
    data: optionalText,
    contracts: v.optional(options),
    challenges: v.optional(options),
    display: optionalDisplay,
  }),
})

const qrAnswer = v.looseObject({
  object: v.literal('AuthenticationQrCode'),
  intent_id: id,
  qrcode: id,
})

const oauthAnswer = v.looseObject({
  object: v.literal('OauthUrl'),
  url: v.pipe(v.string(), v.regex(/^https?:\/\//i)),
})

export const authAnswer = v.variant('object', [accountAnswer, checkpointAnswer, qrAnswer, oauthAnswer])

export const accountsAnswer = v.looseObject({
  data: v.array(v.unknown()),
  has_more: v.optional(v.nullable(v.boolean())),
})

export const wizardLinkAnswer = v.looseObject({ link: v.pipe(v.string(), v.regex(/^https?:\/\//i)) })

export const webhookEndpointAnswer = v.looseObject({
  id,
  url: v.string(),
  enabled: v.optional(v.boolean(), true),
  trigger_events: v.optional(v.nullable(v.array(v.string()))),
  account_ids: v.optional(v.nullable(v.array(v.string()))),
  description: optionalText,
  secret: optionalText,
})

export const webhookEndpointsAnswer = v.looseObject({
  data: v.array(webhookEndpointAnswer),
  has_more: v.optional(v.nullable(v.boolean())),
})

export type AuthAnswer = v.InferOutput<typeof authAnswer>
export type AccountAnswer = v.InferOutput<typeof accountAnswer>
export type CheckpointAnswer = v.InferOutput<typeof checkpointAnswer>
