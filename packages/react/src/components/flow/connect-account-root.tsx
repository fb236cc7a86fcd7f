import { type ReactNode, useContext, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import type { Appearance, ColorScheme } from '../../hooks/appearance/appearance.ts'
import { useAppearance } from '../../hooks/appearance/use-appearance.ts'
import { useStable } from '../../hooks/appearance/use-stable.ts'
import type { Brand } from '../../hooks/brand/brand.ts'
import type { Introduction } from '../../hooks/brand/introduction.ts'
import { whenIdle } from '../../hooks/browser/when-idle.ts'
import { lookRules } from '../../hooks/error-reports/check-options.ts'
import { useChecked } from '../../hooks/error-reports/use-checked.ts'
import { newDraft } from '../../hooks/flow/flow-draft.ts'
import type { ConnectFlow } from '../../hooks/flow/use-connect-account.ts'
import { useLatest } from '../../hooks/use-latest.ts'
import { PrivateSection } from '../host-page/private-section.tsx'
import { attributesOf, type RootAttributes } from '../host-page/root-attributes.ts'
import { DraftContext } from '../root/draft-context.ts'
import { renderSlots } from '../root/render-slot.tsx'
import { RootContext, type RootContextValue } from '../root/root-context.ts'
import { Slot, SlotContext, type Slots } from '../root/slot.tsx'
import { useAnnouncer } from '../root/use-announcer.ts'
import { useFocusRecovery } from '../root/use-focus-recovery.ts'
import { type LocaleProps, useTranslation } from '../root/use-translation.ts'
import { Bar } from './bar.tsx'
import { BrandPart } from './brand-part.tsx'
import { ScreenBoundary } from './screen-boundary.tsx'
import { StepScreen } from './step-screen.tsx'
import { WordlessScreen } from './wordless-screen.tsx'

/** Props for the appearance and the texts of the flow. `ConnectOptions` has those for its behavior. */
export interface ConnectAccountLook extends LocaleProps, RootAttributes {
  /**
   * Shows the captchas of one vendor. Without it, the captcha screen only offers to leave and reports an
   * error.
   */
  readonly captcha?: CaptchaAdapter | undefined
  /**
   * Theme, color scheme, tokens, class names and layout, or only a color scheme. `auto` is light unless the
   * page declares a `color-scheme`. `system` follows the user's system.
   * @default 'auto'
   */
  readonly appearance?: Appearance | ColorScheme | undefined
  /**
   * Your product: its name and logo are at the top of the card, its links below the first screen, and texts
   * that ask for trust mention it.
   */
  readonly brand?: Brand | undefined
  /**
   * A pane before the first screen: who wants to connect what, what your product then reads and sends, and how
   * to disconnect. `true`, or your own lines. A reconnect has none.
   * @default false
   */
  readonly introduction?: boolean | Introduction | undefined
  /**
   * The providers of which the user has an account already, such as those of `useAccounts`. The picker says so;
   * the user may connect another account.
   */
  readonly connected?: readonly string[] | undefined
  /** Your own content in the card, and your own buttons. */
  readonly slots?: Slots | undefined
  /** How to reach your support. Shown if the user can't continue alone. */
  readonly support?: ReactNode
  /** Your CSP nonce, for scripts that the captcha adapter adds. The components need none. */
  readonly nonce?: string | undefined
}

export interface ConnectAccountRootProps extends ConnectAccountLook {
  /** The return value of `useConnectAccount`. */
  readonly connect: Pick<ConnectFlow, 'step'> & Partial<Pick<ConnectFlow, 'report'>>
  /** The id of the heading, for an `aria-labelledby` around the flow. */
  readonly headingId?: string | undefined
  /**
   * Moves the focus into the first step too, for a dialog.
   * @default false
   */
  readonly takesFocus?: boolean | undefined
}

/** The screens of the flow, for a host that calls `useConnectAccount` itself. */
export function ConnectAccountRoot(given: ConnectAccountRootProps) {
  const { valid: props, report } = useChecked(given, lookRules, given.connect.report)
  const { connect, captcha, appearance, slots, support, nonce, takesFocus = false } = props
  const ownId = useId()
  const headingId = props.headingId ?? ownId
  const { isReady, attributes, messages, translate, language } = useTranslation(props, report)
  const [ownDraft] = useState(newDraft)
  const draft = useContext(DraftContext) ?? ownDraft
  const section = useRef<HTMLElement>(null)
  const { region, announce } = useAnnouncer()
  const { mayTakeFocus, ...focus } = useFocusRecovery(section, takesFocus)
  const { className } = props
  const look = useAppearance(appearance, { element: section, part: 'root', className, report })

  const latestSlots = useLatest(slots)
  useEffect(
    () =>
      whenIdle(() => {
        import('./checks-when-idle.ts').then(
          ({ checkStyles, checkSlots }) => {
            checkStyles(document, report)
            checkSlots(latestSlots.current ?? {}, report)
          },
          () => {}, // Only the checks are lost. If the network is down, the next screen says so.
        )
      }),
    [report, latestSlots],
  )

  const brand = useStable(props.brand)

  const [isIntroduced, setIntroduced] = useState(draft.isIntroduced)
  const connected = useStable(props.connected)
  const content = useStable(isIntroduced ? false : props.introduction)
  const introduction = useMemo(
    () =>
      content && {
        content: Object(content),
        end() {
          draft.isIntroduced = true
          setIntroduced(true)
        },
      },
    [content, draft],
  )

  const context = useMemo<RootContextValue>(
    () => ({
      messages,
      report,
      translate,
      language,
      brand,
      connected,
      introduction: introduction || undefined,
      captcha,
      support,
      nonce,
      draft,
      headingId,
      announce,
      mayTakeFocus,
    }),
    [
      messages,
      translate,
      language,
      report,
      brand,
      connected,
      introduction,
      captcha,
      support,
      nonce,
      draft,
      headingId,
      announce,
      mayTakeFocus,
    ],
  )

  return (
    <RootContext.Provider value={context}>
      <SlotContext.Provider value={slots && renderSlots(slots, report)}>
        <PrivateSection
          {...attributesOf(props)}
          place={section}
          data-ca="root"
          data-step={connect.step.type}
          aria-labelledby={headingId}
          {...look}
          tabIndex={-1}
          {...attributes}
          {...focus}
        >
          <Bar step={connect.step} isReady={isReady} />
          <Slot name="top" props={connect} />
          {isReady ? (
            <ScreenBoundary step={connect.step} isForAll>
              <StepScreen step={connect.step} />
            </ScreenBoundary>
          ) : (
            <WordlessScreen />
          )}
          <BrandPart of={brand} below={connect.step} />
          <Slot name="bottom" props={connect} />
          <p ref={region} data-ca="live" role="status" />
        </PrivateSection>
      </SlotContext.Provider>
    </RootContext.Provider>
  )
}
