import type { ConnectAccountProps, EndDetails, Outcome, OutcomeOf, Slots } from '@connect-account/react'
import { captchaOf } from './captcha.ts'
import type { HostContent } from './host-content.tsx'
import { showContent } from './host-content.tsx'

/** Options of an element, as the page set them. */
type Given = Readonly<Record<string, unknown>>

/** Sends one event per callback of the kit. */
type Send = (type: string, detail: unknown) => void

/** The props of the kit's flow. The kit checks what the page passed, so these types are a claim. */
export function flowProps(given: Given, send: Send): ConnectAccountProps {
  const { flowId, captcha, baseUrl, support, slots, closable, ...others } = given
  return {
    ...others,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(flowId !== undefined && { id: flowId }),
    ...(captcha !== undefined && { captcha: captchaOf(captcha, baseUrl) }),
    ...(support !== undefined && { support: showContent(support as HostContent) }),
    ...(slots !== undefined && { slots: slotsOf(slots) }),
    onEnd: (outcome: Outcome, details: EndDetails) => send('ca-end', { outcome, ...details }),
    onLinked: (account: OutcomeOf<'linked'>['account'], details: EndDetails) =>
      send('ca-linked', { account, ...details }),
    // Without it, ends have no button that closes them.
    ...(closable === true && { onClose: () => send('ca-close', null) }),
  } as ConnectAccountProps
}

/** The kit's slots, which show content that is not React's. */
function slotsOf(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const entries = Object.entries(given).map(([name, content]) => [
    name,
    typeof content === 'function'
      ? (props: unknown) => showContent(content(props))
      : showContent(content as HostContent),
  ])
  return Object.fromEntries(entries) as Slots
}
