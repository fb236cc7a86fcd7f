import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import type { BasicMessages } from '../../../locales/messages.ts'
import { providerText } from '../../root/provider-text.ts'
import { checkCode } from './read-code.ts'

export type CodeStep = ConnectStepOf<'otp' | 'two_factor' | 'otp_or_in_app'>

/** Which code to enter, or that the provider asks for a password. */
export function describeCode(step: CodeStep, messages: BasicMessages) {
  const { code, password } = messages
  if (step.format === 'password') return { heading: password.heading, text: password.text }
  const { service } = providerText(messages, step.provider)
  const text =
    step.type === 'two_factor'
      ? code.two_factor(service, step.platform)
      : code[step.type](service, step.channel)
  return { heading: code.heading, text }
}

/** The error text for a code that the user wants to submit. `undefined` if nothing is wrong with it. */
export function problemOfCode(code: string, step: CodeStep, messages: BasicMessages): string | undefined {
  const { code: words, password } = messages
  if (step.format === 'password') return code === '' ? password.incomplete : undefined
  switch (checkCode(code, step)) {
    case 'short':
      return words.incomplete
    case 'long':
      return words.tooLong(step.length ?? code.length)
    case 'other':
      return words.notACode
    default:
      return undefined
  }
}
