import { type ReactNode, type RefObject, useId, useMemo, useRef } from 'react'
import { type Appearance, useColorScheme } from '../../hooks/browser/use-color-scheme.ts'
import { lookRules } from '../../hooks/error-reports/check-options.ts'
import { useChecked } from '../../hooks/error-reports/use-checked.ts'
import type { ReportAnything } from '../../hooks/error-reports/use-report.ts'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { PrivateSection } from '../host-page/private-section.tsx'
import { RootContext, type RootContextValue } from '../root/root-context.ts'
import { useAnnouncer } from '../root/use-announcer.ts'

/** How a part that stands outside of the flow looks and speaks. */
export interface AccountLook {
  /** Light or dark. Default: `auto`: light, unless the page declares a `color-scheme`. `system`: as the user's system prefers. */
  readonly appearance?: Appearance | undefined
  /** Other words, to any depth; what is left out stays English. */
  readonly messages?: DeepPartial<Messages> | undefined
}

interface AccountRootProps extends AccountLook {
  readonly part: 'accounts' | 'reconnect'
  /** What a screen reader calls it. Default: it is no place of its own. */
  readonly label?: string
  /** Takes the focus, when told to. */
  readonly place?: RefObject<HTMLElement | null>
  /** Default: to the console alone. */
  readonly report?: ReportAnything | undefined
  readonly children: ReactNode
}

/** What the kit's parts need around them where there is no flow: their words, and a voice. */
export function AccountRoot({ report: given, ...props }: AccountRootProps) {
  const { valid, report } = useChecked(props, lookRules, given)
  const { part, label, place, appearance, messages, children } = valid
  const headingId = useId()
  const ownPlace = useRef<HTMLElement>(null)
  const element = place ?? ownPlace
  const theme = useColorScheme(element, appearance)
  const { region, announce } = useAnnouncer()
  const context = useMemo<RootContextValue>(
    () => ({
      messages: mergeMessages(enFirst, messages, report),
      report,
      translate: (english) => mergeMessages(english, messages, report),
      captcha: undefined,
      support: undefined,
      nonce: undefined,
      headingId,
      announce,
      mayTakeFocus: () => false,
    }),
    [messages, report, headingId, announce],
  )
  return (
    <RootContext.Provider value={context}>
      <PrivateSection
        place={element}
        data-ca="root"
        data-part={part}
        data-ca-theme={theme}
        aria-label={label}
        tabIndex={label === undefined ? undefined : -1}
      >
        {children}
        <p ref={region} data-ca="live" role="status" />
      </PrivateSection>
    </RootContext.Provider>
  )
}
