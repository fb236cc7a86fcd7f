import type { LeftLink, OpenedLink } from '@connect-account/core/protocol'
import { type CreatedLink, createLink } from './create-link.ts'
import { handleWizardNotification, type WizardNotification } from './handle-wizard-notification.ts'
import { leaveLink, leaveWizard, type WizardReturn } from './leave-link.ts'
import type { LinkContext } from './link-context.ts'
import type { CreateLinkInput } from './link-input.ts'
import { findOpenLink, openLink } from './open-link.ts'

/** The verbs of a one-time link. Each rejects with a `ConnectError` for what its caller can mend. */
export interface Links {
  create(input: CreateLinkInput): Promise<CreatedLink>
  /** @throws ConnectError `link_not_found`, `link_expired` or `link_used`. */
  check(token: string): Promise<void>
  open(token: string): Promise<OpenedLink>
  leave(token: string, intentId: string | undefined): Promise<LeftLink>
  leaveWizard(state: string, query: URLSearchParams): Promise<WizardReturn>
  /** @throws ConnectError `webhook_invalid` for a proof that is none. */
  handleWizardNotification(proof: string, news: WizardNotification): Promise<void>
}

export function createLinks(context: LinkContext): Links {
  return {
    create: (input) => createLink(context, input),
    async check(token) {
      await findOpenLink(context, token)
    },
    open: (token) => openLink(context, token),
    leave: (token, intentId) => leaveLink(context, token, intentId),
    leaveWizard: (state, query) => leaveWizard(context, state, query),
    handleWizardNotification: (proof, news) => handleWizardNotification(context, proof, news),
  }
}
