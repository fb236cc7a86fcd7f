import * as v from 'valibot'
import { accountStatuses, codeChannels, deliveryModes, syncStatuses } from './enums.ts'
import { accountConfigSchema } from './start-request.ts'

/**
 * What `GET /phone` returns to scripts, newest first. Providers are named as the phone shows them:
 * `LinkedIn`.
 */
export const phoneContentsSchema = v.object({
  /** Whose phone it is; `null` for everyone's. */
  to: v.nullable(v.string()),
  messages: v.array(
    v.object({
      id: v.string(),
      to: v.string(),
      provider: v.string(),
      channel: v.picklist(codeChannels),
      text: v.string(),
      code: v.string(),
      /** ISO 8601, as all times here. */
      sentAt: v.string(),
    }),
  ),
  /** The notifications that can be approved or declined. */
  approvals: v.array(
    v.object({
      id: v.string(),
      to: v.string(),
      provider: v.string(),
      askedAt: v.string(),
      /** What has to be tapped, or for a code entered, to approve it: the one that the page shows. */
      asksFor: v.exactOptional(v.picklist(['CODE', 'EMOJI', 'NUMBER'])),
      /** What can be tapped. */
      choices: v.exactOptional(v.array(v.string())),
    }),
  ),
  /** The authenticator app of one person; `null` for everyone's phone. */
  totp: v.nullable(
    v.object({
      /** Base32. */
      secret: v.string(),
      code: v.string(),
      secondsLeft: v.number(),
    }),
  ),
  accounts: v.array(
    v.object({
      id: v.string(),
      to: v.string(),
      provider: v.string(),
      name: v.string(),
      status: v.picklist(accountStatuses),
      /** The one product that the status is about. */
      product: v.exactOptional(v.string()),
      locked: v.boolean(),
      sync: v.picklist(['pending', ...syncStatuses]),
      reason: v.exactOptional(v.string()),
      /** What the start asked for besides the credentials. */
      config: v.exactOptional(accountConfigSchema),
    }),
  ),
  /** The QR codes that are shown now. */
  codes: v.array(v.object({ provider: v.string(), token: v.string(), since: v.string() })),
  webhooks: v.object({ mode: v.picklist(deliveryModes) }),
})

export type PhoneContents = v.InferOutput<typeof phoneContentsSchema>
