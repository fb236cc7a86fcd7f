import { createContext, type ReactNode, useContext } from 'react'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import type { FirstMessages } from '../../locales/messages.ts'

/** What every part needs from the root it is in. */
export interface RootContextValue {
  /** The words of the first paint; the screens that load later take theirs from `useMessages` or `translate`. */
  readonly messages: FirstMessages
  /** The words of one part, with the host's own in place of the English ones. */
  translate<T extends object>(english: T): T
  readonly captcha: CaptchaAdapter | undefined
  readonly support: ReactNode
  readonly nonce: string | undefined
  /** The id of the current step's heading; a dialog is labelled by it. */
  readonly headingId: string
  /**
   * Reports a failure that a developer should know of: to the console, and to `onError`. One that stands for as long as the flow
   * does (`isStanding`) is reported once.
   */
  report(error: unknown, isStanding?: boolean): void
  /** Says `text` politely to a screen reader. */
  announce(text: string): void
  /** Whether a new step may move the focus: only while the user is in the flow, never on the host's page load. */
  mayTakeFocus(): boolean
}

export const RootContext = createContext<RootContextValue | undefined>(undefined)

export function useRoot(): RootContextValue {
  const root = useContext(RootContext)
  if (!root) throw new Error('Connect Account: wrap this in <ConnectAccountRoot>.')
  return root
}
