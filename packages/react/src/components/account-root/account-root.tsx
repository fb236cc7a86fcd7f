import { type ReactNode, type RefObject, useId, useMemo, useRef } from 'react'
import { lookRules } from '../../hooks/check-options.ts'
import { useChecked } from '../../hooks/use-checked.ts'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { PrivateSection } from '../event-boundary/private-section.tsx'
import { RootContext, type RootContextValue } from '../root/root-context.ts'
import { useAnnouncer } from '../root/use-announcer.ts'

/** How a part that stands outside of the flow looks and speaks. */
export interface AccountLook {
  /** Default: `auto`, as the user's system says. */
  readonly appearance?: 'auto' | 'light' | 'dark' | undefined
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
  readonly report?: ((error: unknown) => void) | undefined
  readonly children: ReactNode
}

/** What the kit's parts need around them where there is no flow: their words, and a voice. */
export function AccountRoot({ report: given, ...props }: AccountRootProps) {
  const { valid, report } = useChecked(props, lookRules, given)
  const { part, label, place, appearance = 'auto', messages, children } = valid
  const headingId = useId()
  const ownPlace = useRef<HTMLElement>(null)
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
        place={place ?? ownPlace}
        data-ca="root"
        data-part={part}
        data-ca-theme={appearance === 'auto' ? undefined : appearance}
        aria-label={label}
        tabIndex={label === undefined ? undefined : -1}
      >
        {children}
        <p ref={region} data-ca="live" role="status" />
      </PrivateSection>
    </RootContext.Provider>
  )
}
