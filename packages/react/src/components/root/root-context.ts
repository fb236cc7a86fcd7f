import { createContext, type ReactNode, useContext } from 'react'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import type { Brand } from '../../hooks/brand/brand.ts'
import type { Introduction } from '../../hooks/brand/introduction.ts'
import type { FlowDraft } from '../../hooks/flow/flow-draft.ts'
import type { Translation } from './use-translation.ts'

/** What the parts share: messages, announcements, focus and the props of the root. */
export interface RootContextValue extends Pick<Translation, 'messages' | 'translate' | 'language'> {
  /** Who asks; absent without a name. */
  readonly brand?: Brand | undefined
  /** The pane before the first screen, until the user continues. */
  readonly introduction?: { readonly content: Introduction; end(): void } | undefined
  /** The ids of the providers of which the user has an account. */
  readonly connected?: readonly string[] | undefined
  readonly captcha: CaptchaAdapter | undefined
  readonly support: ReactNode
  readonly nonce: string | undefined
  /** What the user has typed that is not a secret. */
  readonly draft: FlowDraft
  /** The id of the current heading, which labels the root or its dialog. */
  readonly headingId: string
  /**
   * Reports an error to the console and to `onError`.
   * @param isStanding Whether the cause lasts as long as the flow. Such an error is reported once.
   */
  report(error: unknown, isStanding?: boolean): void
  /** Announces `text` politely to screen readers. */
  announce(text: string): void
  /** Whether a new step may move the focus. Only while the user is in the flow, never when the page loads. */
  mayTakeFocus(): boolean
}

export const RootContext = createContext<RootContextValue | undefined>(undefined)

export function useRoot(): RootContextValue {
  const root = useContext(RootContext)
  if (!root) throw new Error('Connect Account: wrap this in <ConnectAccountRoot>.')
  return root
}
