import { type ReactNode, type RefObject, useId, useMemo, useRef } from 'react'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { PrivateSection } from '../event-boundary/private-section.tsx'
import { reportScreenError } from '../root/report-screen-error.ts'
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
  readonly children: ReactNode
}

/** What the kit's parts need around them where there is no flow: their words, and a voice. */
export function AccountRoot({
  part,
  label,
  place,
  appearance = 'auto',
  messages,
  children,
}: AccountRootProps) {
  const headingId = useId()
  const ownPlace = useRef<HTMLElement>(null)
  const { region, announce } = useAnnouncer()
  const context = useMemo<RootContextValue>(
    () => ({
      messages: mergeMessages(enFirst, messages),
      translate: (english) => mergeMessages(english, messages),
      captcha: undefined,
      support: undefined,
      nonce: undefined,
      headingId,
      announce,
      reportScreenError,
      mayTakeFocus: () => false,
    }),
    [messages, headingId, announce],
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
