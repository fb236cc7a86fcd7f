import type { ExitReason } from '../events/connect-event.ts'
import { createTypedValues, type TypedValues } from './typed-values.ts'

/**
 * What the user has chosen and typed, without any secret. Its owner keeps it while the flow is closed, so that
 * closing loses nothing of it.
 */
export interface FlowDraft {
  /** The sign-in form that the user was in. */
  form: { readonly providerId: string; readonly methodId: string } | undefined
  /** What the providers were searched for. */
  search: string
  readonly typed: TypedValues
  /** Whether the user has read the introduction. */
  isIntroduced: boolean
  /** Whether the flow has ended with it: the next one starts empty. */
  isSpent: boolean
  /** Why the flow is about to be closed. */
  exit: ExitReason | undefined
}

export function newDraft(): FlowDraft {
  return {
    form: undefined,
    search: '',
    typed: createTypedValues(),
    isIntroduced: false,
    isSpent: false,
    exit: undefined,
  }
}

export function clearDraft(draft: FlowDraft): void {
  draft.form = undefined
  draft.search = ''
  draft.typed.clear()
  draft.isSpent = false
}
