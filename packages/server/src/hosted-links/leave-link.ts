import type { LeftLink } from '@connect-account/core/protocol'
import { isRandomId } from '../intents/model/random-id.ts'
import type { WizardReturnInput } from '../intents/settling/wizard-return.ts'
import { checkOpen } from '../intents/verbs/within-link.ts'
import type { LinkContext } from './link-context.ts'
import { checkBrowser, findLink, type LinkVisit } from './open-link.ts'
import { pendingAddress, returnAddress } from './return-address.ts'

/**
 * Where to go from the hosted page. For an intent of this very link it also works after the link was used or
 * has expired.
 * @throws ConnectError `link_not_found`, `link_in_use`, `link_revoked`, `link_expired` or `link_used`.
 */
export async function leaveLink(
  context: LinkContext,
  { token, browser, intentId }: LinkVisit,
): Promise<LeftLink> {
  const link = await findLink(context, token)
  checkBrowser(context, link, browser)
  const found = intentId && isRandomId(intentId) ? await context.intentStore.find(intentId) : undefined
  const intent = found?.linkId === link.id ? found : undefined
  // A link that no longer works reveals nothing to a visitor who has only found its address.
  if (!intent) checkOpen(link, context.now())
  const returnTo = returnAddress(link.options, intent?.step)
  return {
    outcome: intent?.endedAt ? intent.step.type : 'canceled',
    ...(intent ? { provider: intent.provider } : {}),
    ...(returnTo === undefined ? {} : { returnTo }),
  }
}

/** The result for the browser that returns from Unipile's wizard. */
export type WizardReturn =
  /** None of our wizards has this address. */
  | { readonly type: 'unknown' }
  /**
   * The webhook has not arrived yet, or the browser has not confirmed the return. `returnTo` is for a user who has
   * waited long enough.
   */
  | {
      readonly type: 'pending'
      readonly isConfirmed: boolean
      readonly returnTo?: string
      /** What only this browser's page gets, to confirm the return. */
      readonly token?: string
    }
  | {
      readonly type: 'ended'
      readonly outcome: string
      /** Of the account, if one was linked. */
      readonly provider?: string
      readonly returnTo?: string
    }

/** Handles the user's return from Unipile's wizard; repeating it changes nothing. */
export async function leaveWizard(context: LinkContext, input: WizardReturnInput): Promise<WizardReturn> {
  const returned = await context.intents.handleWizardReturn(input)
  const { intent, token } = returned ?? {}
  const link = intent?.linkId ? await context.links.find(intent.linkId) : undefined
  if (!intent || !link) return { type: 'unknown' }
  const { options } = link
  const isConfirmed = intent.confirmedAt !== null
  const pending = isConfirmed ? 'confirmation_pending' : 'consent_unconfirmed'
  const returnTo = intent.endedAt ? returnAddress(options, intent.step) : pendingAddress(options, pending)
  const address = returnTo === undefined ? {} : { returnTo }
  const { step } = intent
  const account = step.type === 'linked' || step.type === 'relinked' ? step.account : undefined
  return intent.endedAt
    ? { type: 'ended', outcome: step.type, ...(account && { provider: account.provider }), ...address }
    : { type: 'pending', isConfirmed, ...address, ...(token ? { token } : {}) }
}
