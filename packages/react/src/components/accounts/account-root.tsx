import { type ReactNode, type RefObject, useId, useMemo, useRef } from 'react'
import type { Appearance, ColorScheme } from '../../hooks/appearance/appearance.ts'
import { useAppearance } from '../../hooks/appearance/use-appearance.ts'
import { lookRules } from '../../hooks/error-reports/check-options.ts'
import { screenFailure } from '../../hooks/error-reports/error-report.ts'
import { useChecked } from '../../hooks/error-reports/use-checked.ts'
import type { ReportAnything } from '../../hooks/error-reports/use-report.ts'
import { newDraft } from '../../hooks/flow/flow-draft.ts'
import { PrivateSection } from '../host-page/private-section.tsx'
import { attributesOf, type RootAttributes } from '../host-page/root-attributes.ts'
import { Button } from '../parts/button.tsx'
import { ErrorBoundary } from '../root/error-boundary.tsx'
import { RootContext, type RootContextValue, useRoot } from '../root/root-context.ts'
import { useAnnouncer } from '../root/use-announcer.ts'
import { type LocaleProps, useTranslation } from '../root/use-translation.ts'

/** Props for the appearance and the texts of a part outside the flow. */
export interface AccountLook extends LocaleProps, RootAttributes {
  /**
   * Theme, color scheme, tokens, class names and layout, or only a color scheme. `auto` is light unless the
   * page declares a `color-scheme`. `system` follows the user's system.
   * @default 'auto'
   */
  readonly appearance?: Appearance | ColorScheme | undefined
}

interface AccountRootProps extends AccountLook {
  readonly part: 'accounts' | 'reconnect'
  /** The accessible name, which makes the part a landmark. */
  readonly label?: string
  readonly place?: RefObject<HTMLElement | null>
  /** @default Reports only to the console. */
  readonly report?: ReportAnything | undefined
  readonly children: ReactNode
}

/** Provides messages and announcements to the kit's parts outside of a flow. */
export function AccountRoot({ report: given, ...props }: AccountRootProps) {
  const { valid, report } = useChecked(props, lookRules, given)
  const { part, label, place, appearance, children } = valid
  const headingId = useId()
  const ownPlace = useRef<HTMLElement>(null)
  const element = place ?? ownPlace
  const { className } = valid
  const look = useAppearance(appearance, { element, part: 'root', className, report })
  const { region, announce } = useAnnouncer()
  const { isReady, attributes, messages, translate, language } = useTranslation(valid, report)
  const context = useMemo<RootContextValue>(
    () => ({
      messages,
      translate,
      language,
      report,
      captcha: undefined,
      support: undefined,
      nonce: undefined,
      draft: newDraft(),
      headingId,
      announce,
      mayTakeFocus: () => false,
    }),
    [messages, translate, language, report, headingId, announce],
  )
  return (
    <RootContext.Provider value={context}>
      <PrivateSection
        {...attributesOf(valid)}
        place={element}
        data-ca="root"
        data-part={part}
        {...(label !== undefined && { 'aria-label': valid['aria-label'] ?? label })}
        tabIndex={label === undefined ? undefined : -1}
        {...look}
        {...attributes}
      >
        <ErrorBoundary
          onError={(error) => report(screenFailure(part, error))}
          fallback={(retry) => <PartFailed retry={retry} />}
        >
          {isReady && children}
        </ErrorBoundary>
        <p ref={region} data-ca="live" role="status" />
      </PrivateSection>
    </RootContext.Provider>
  )
}

function PartFailed({ retry }: { readonly retry: () => void }) {
  const { actions, screenFailed } = useRoot().messages
  return (
    <div role="alert" data-ca="accounts-unavailable">
      <p data-ca="accounts-text">{screenFailed.text}</p>
      <Button onClick={retry}>{actions.retry}</Button>
    </div>
  )
}
