import { type ReactNode, type Ref, useId, useMemo, useRef } from 'react'
import { lookRules } from '../../hooks/check-options.ts'
import { useChecked } from '../../hooks/use-checked.ts'
import type { ReportAnything } from '../../hooks/use-report.ts'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
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
  /** Default: to the console alone. */
  readonly report?: ReportAnything | undefined
  readonly children: ReactNode
}

/** What the kit's parts need around them where there is no flow: their words, and a voice. */
export function AccountRoot({ report: given, ...props }: AccountRootProps) {
  const { valid, report } = useChecked(props, lookRules, given)
  const { part, label, place, appearance = 'auto', messages, children } = valid
  const headingId = useId()
  const status = useRef<HTMLParagraphElement>(null)
  const context = useMemo<RootContextValue>(
    () => ({
      messages: mergeMessages(enFirst, messages, report),
      report,
      translate: (english) => mergeMessages(english, messages, report),
      captcha: undefined,
      support: undefined,
      nonce: undefined,
      headingId,
      announce(text) {
        if (status.current) status.current.textContent = text
      },
      mayTakeFocus: () => false,
    }),
    [messages, report, headingId],
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
