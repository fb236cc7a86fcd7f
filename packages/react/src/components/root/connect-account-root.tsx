import { type FocusEvent, type ReactNode, useId, useMemo, useRef } from 'react'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import type { ConnectStep } from '../../hooks/connect-step.ts'
import { type Appearance, useColorScheme } from '../../hooks/use-color-scheme.ts'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { OfflineBanner } from '../offline-banner/offline-banner.tsx'
import { StepScreen } from '../step-screen/step-screen.tsx'
import { RootContext, type RootContextValue } from './root-context.ts'

/** How the flow looks and speaks; what it does is in `ConnectOptions`. */
export interface ConnectAccountLook {
  /** Shows the captchas of one vendor. Without one, a captcha is a dead end with a way out and an error in the console. */
  readonly captcha?: CaptchaAdapter | undefined
  /** Light or dark. Default: `auto`: light, unless the page declares a `color-scheme`. `system`: as the user's system prefers. */
  readonly appearance?: Appearance | undefined
  /** Other words, to any depth; what is left out stays English. */
  readonly messages?: DeepPartial<Messages> | undefined
  /** How to reach your support: shown where the user cannot go on alone. */
  readonly support?: ReactNode
  /** Your CSP nonce, for scripts that the captcha adapter adds. The components themselves need none. */
  readonly nonce?: string | undefined
}

export interface ConnectAccountRootProps extends ConnectAccountLook {
  /** What `useConnectAccount` returned. */
  readonly connect: { readonly step: ConnectStep }
  /** Gives the heading this id, so that something around the flow can be labelled by it. */
  readonly headingId?: string | undefined
  /** Moves the focus into the first step too; for a dialog. Default: only into the steps after it. */
  readonly takesFocus?: boolean | undefined
}

/** The flow's screens for a caller who owns the hook. */
export function ConnectAccountRoot(props: ConnectAccountRootProps) {
  const { connect, captcha, appearance, support, nonce, takesFocus = false } = props
  const ownId = useId()
  const headingId = props.headingId ?? ownId
  const messages = useMemo(() => mergeMessages(enFirst, props.messages), [props.messages])
  const section = useRef<HTMLElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const hasFocus = useRef(takesFocus)
  const theme = useColorScheme(section, appearance)

  const context = useMemo<RootContextValue>(
    () => ({
      messages,
      translate: (english) => mergeMessages(english, props.messages),
      captcha,
      support,
      nonce,
      headingId,
      announce(text) {
        const region = status.current
        // The same text twice is no change, and no change is not read out.
        if (region) region.textContent = region.textContent === text ? `${text}\u00a0` : text
      },
      mayTakeFocus() {
        const { activeElement, body } = section.current?.ownerDocument ?? {}
        const isElsewhere = activeElement !== body && !section.current?.contains(activeElement ?? null)
        return hasFocus.current && (takesFocus || !isElsewhere)
      },
    }),
    [messages, props.messages, captcha, support, nonce, headingId, takesFocus],
  )

  function noteBlur({ relatedTarget, currentTarget }: FocusEvent) {
    // No related target: the focused element went away with its step, or the window lost the focus.
    if (relatedTarget && !currentTarget.contains(relatedTarget)) hasFocus.current = takesFocus
  }

  return (
    <RootContext.Provider value={context}>
      <section
        ref={section}
        data-ca="root"
        data-ca-theme={theme}
        data-step={connect.step.type}
        aria-labelledby={headingId}
        onFocus={() => {
          hasFocus.current = true
        }}
        onBlur={noteBlur}
      >
        <OfflineBanner step={connect.step} />
        <StepScreen step={connect.step} />
        <p ref={status} data-ca="live" role="status" />
      </section>
    </RootContext.Provider>
  )
}
