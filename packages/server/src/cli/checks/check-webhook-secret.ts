import { type Check, failed, passed } from './finding.ts'

/** Whether webhooks can be verified at all. */
export const checkWebhookSecret: Check = async ({ webhookSecret }) =>
  webhookSecret
    ? passed('set.')
    : failed(
        'UNIPILE_WEBHOOK_SECRET is not set: every webhook is refused.',
        'Set it to the secret that `npx @connect-account/server webhooks sync` printed, or that the dashboard shows.',
      )
