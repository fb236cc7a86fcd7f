import { type ReactNode, useId, useMemo, useRef } from 'react'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import type { ConnectStep } from '../../hooks/connect-step.ts'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { PrivateSection } from '../event-boundary/private-section.tsx'
import { OfflineBanner } from '../offline-banner/offline-banner.tsx'
import { StepScreen } from '../step-screen/step-screen.tsx'
import { reportScreenError } from './report-screen-error.ts'
import { RootContext, type RootContextValue } from './root-context.ts'
import { useAnnouncer } from './use-announcer.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** How the flow looks and speaks; what it does is in `ConnectOptions`. */
export interface ConnectAccountLook {
  /** Shows the captchas of one vendor. Without one, a captcha is a dead end with a way out and an error in the console. */
  readonly captcha?: CaptchaAdapter | undefined
  /** Default: `auto`, as the user's system says. */
  readonly appearance?: 'auto' | 'light' | 'dark' | undefined
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
  const { connect, captcha, appearance = 'auto', support, nonce, takesFocus = false } = props
  const ownId = useId()
  const headingId = props.headingId ?? ownId
  const messages = useMemo(() => mergeMessages(enFirst, props.messages), [props.messages])
  const section = useRef<HTMLElement>(null)
  const { region, announce } = useAnnouncer()
  const { mayTakeFocus, ...focus } = useKeptFocus(section, takesFocus)

  const context = useMemo<RootContextValue>(
    () => ({
      messages,
      translate: (english) => mergeMessages(english, props.messages),
      captcha,
      support,
      nonce,
      headingId,
      announce,
      reportScreenError,
      mayTakeFocus,
    }),
    [messages, props.messages, captcha, support, nonce, headingId, announce, mayTakeFocus],
  )

  return (
    <RootContext.Provider value={context}>
      <PrivateSection
        place={section}
        data-ca="root"
        data-ca-theme={appearance === 'auto' ? undefined : appearance}
        data-step={connect.step.type}
        aria-labelledby={headingId}
        tabIndex={-1}
        {...focus}
      >
        <OfflineBanner step={connect.step} />
        <StepScreen step={connect.step} />
        <p ref={region} data-ca="live" role="status" />
      </PrivateSection>
    </RootContext.Provider>
  )
}
