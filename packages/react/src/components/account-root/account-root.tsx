import { type ReactNode, type Ref, useId, useMemo, useRef } from 'react'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { reportScreenError } from '../root/report-screen-error.ts'
import { RootContext, type RootContextValue } from '../root/root-context.ts'

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
  readonly place?: Ref<HTMLElement>
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
  const status = useRef<HTMLParagraphElement>(null)
  const context = useMemo<RootContextValue>(
    () => ({
      messages: mergeMessages(enFirst, messages),
      translate: (english) => mergeMessages(english, messages),
      captcha: undefined,
      support: undefined,
      nonce: undefined,
      headingId,
      announce(text) {
        if (status.current) status.current.textContent = text
      },
      reportScreenError,
      mayTakeFocus: () => false,
    }),
    [messages, headingId],
  )
  return (
    <RootContext.Provider value={context}>
      <section
        ref={place}
        data-ca="root"
        data-part={part}
        data-ca-theme={appearance === 'auto' ? undefined : appearance}
        aria-label={label}
        tabIndex={label === undefined ? undefined : -1}
      >
        {children}
        <p ref={status} data-ca="live" role="status" />
      </section>
    </RootContext.Provider>
  )
}
