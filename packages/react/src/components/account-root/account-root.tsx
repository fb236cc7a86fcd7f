import { type ReactNode, type RefObject, useId, useMemo, useRef } from 'react'
import { type Appearance, useColorScheme } from '../../hooks/use-color-scheme.ts'
import { enFirst } from '../../locales/en-first.ts'
import { type DeepPartial, type Messages, mergeMessages } from '../../locales/messages.ts'
import { RootContext, type RootContextValue } from '../root/root-context.ts'

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
  readonly children: ReactNode
}

/** What the kit's parts need around them where there is no flow: their words, and a voice. */
export function AccountRoot({ part, label, place, appearance, messages, children }: AccountRootProps) {
  const headingId = useId()
  const own = useRef<HTMLElement>(null)
  const element = place ?? own
  const theme = useColorScheme(element, appearance)
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
      mayTakeFocus: () => false,
    }),
    [messages, headingId],
  )
  return (
    <RootContext.Provider value={context}>
      <section
        ref={element}
        data-ca="root"
        data-part={part}
        data-ca-theme={theme}
        aria-label={label}
        tabIndex={label === undefined ? undefined : -1}
      >
        {children}
        <p ref={status} data-ca="live" role="status" />
      </section>
    </RootContext.Provider>
  )
}
