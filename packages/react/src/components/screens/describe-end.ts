import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import type { BasicMessages } from '../../locales/messages.ts'
import { describeError } from '../parts/describe-error.ts'
import { checkIcon, exclamationIcon, type IconShape, minusIcon, refreshIcon } from '../parts/icons.ts'
import { providerText } from '../root/provider-text.ts'

export type EndStep = ConnectStepOf<
  'linked' | 'relinked' | 'duplicate' | 'restricted' | 'mismatch' | 'canceled' | 'expired' | 'failed'
>

interface Verb {
  readonly label: string
  run(): void
}

/** The texts and buttons of an end. */
interface EndDescription {
  readonly tone: 'neutral' | 'success' | 'warning'
  readonly icon: IconShape
  readonly heading: string
  readonly text?: string
  /** Label and value of each detail that support asks for. */
  readonly facts?: readonly (readonly [string, string | undefined])[]
  readonly needsSupport?: boolean
  /** Absent if the host cannot close the flow and nothing else is left to do. */
  readonly primary: Verb | undefined
  readonly secondary: Verb | false | undefined
}

/** Describes each end of the flow. */
export function describeEnd(step: EndStep, messages: BasicMessages): EndDescription {
  const { actions } = messages
  const close = step.close && { label: actions.close, run: step.close }
  const done = step.close && { label: actions.done, run: step.close }
  const another = 'restart' in step && { label: actions.another, run: step.restart }
  const warning = { tone: 'warning', icon: exclamationIcon } as const
  const neutral = { tone: 'neutral', icon: minusIcon } as const
  const success = { tone: 'success', icon: checkIcon } as const

  switch (step.type) {
    case 'linked':
    case 'relinked':
      return {
        ...success,
        heading: messages[step.type].heading(providerText(messages, step.provider).account),
        primary: done,
        secondary: another,
      }
    case 'duplicate': {
      const { account, provider, reconnect } = step
      const { heading, own, broken, other } = messages.duplicate
      if (!account)
        return {
          ...neutral,
          heading,
          text: other(providerText(messages, provider).account),
          needsSupport: true,
          primary: another || close,
          secondary: another && close,
        }
      return {
        ...(reconnect ? warning : success),
        heading,
        text: reconnect ? broken : own,
        primary: reconnect ? { label: actions.reconnect, run: reconnect } : done,
        secondary: reconnect ? close : another,
      }
    }
    case 'restricted':
      return {
        ...warning,
        heading: messages.restricted.heading,
        text: messages.restricted.text(providerText(messages, step.provider).service),
        facts: [
          [messages.restricted.reason, step.reason],
          [messages.restricted.userId, step.providerUserId],
        ],
        needsSupport: true,
        primary: another || close,
        secondary: another && close,
      }
    case 'mismatch':
      return {
        ...warning,
        heading: messages.mismatch.heading,
        text: messages.mismatch.text(providerText(messages, step.provider).account, step.reconnecting),
        primary: { label: actions.retry, run: step.retry },
        secondary: close,
      }
    case 'canceled':
      return {
        ...neutral,
        heading: messages.canceled.heading,
        text: messages.canceled[step.reason === 'user' ? 'text' : 'elsewhere'],
        primary: { label: actions.restart, run: step.restart },
        secondary: close,
      }
    case 'expired':
      return {
        tone: 'neutral',
        icon: refreshIcon,
        ...messages.expired,
        primary: {
          label: step.method?.kind === 'qr' ? messages.qr.refresh : actions.retry,
          run: step.retry,
        },
        secondary: close,
      }
    case 'failed':
      return {
        ...warning,
        heading: messages.failed.heading,
        text: describeError(messages, step.error),
        needsSupport: true,
        primary: step.retry
          ? { label: actions.retry, run: step.retry }
          : { label: actions.restart, run: step.restart },
        secondary: close,
      }
    default:
      return step satisfies never
  }
}
