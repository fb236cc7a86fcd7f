import type { ConnectStep, ConnectStepOf, Pending } from '../../hooks/flow/connect-step.ts'
import { describeError, describeOutage } from '../parts/describe-error.ts'
import { providerText } from '../root/provider-text.ts'
import { describeCode } from '../screens/code/describe-code.ts'
import { methodText } from '../screens/credentials/form-words.ts'
import { describeEnd } from '../screens/describe-end.ts'
import { insteadText } from '../screens/other-methods.tsx'
import { describeShow } from '../screens/show/describe-show.ts'
import { codeField, phoneField, signInFields } from './form-fields.ts'
import type { StepAction, StepBodies, StepChoice, StepContent } from './step-content.ts'
import type { FieldTexts } from './submit-form.ts'
import type { StepMessages } from './words.ts'

interface Surroundings {
  readonly messages: StepMessages
  readonly isOnline: boolean
  /** Until the QR code is no longer fresh, or the code may be resent. */
  readonly seconds: number
  /** What is wrong with what the user wanted to submit. */
  readonly mistakes: FieldTexts | undefined
  readonly submit: StepBodies['form']['submit']
  readonly mount: StepBodies['captcha']['mount']
}

type AtCheckpoint = Extract<ConnectStep, { checkpointId: string }>

/** What `step` says and offers. */
export function describeStep(step: ConnectStep, around: Surroundings): StepContent {
  const { messages } = around
  const { actions } = messages
  switch (step.type) {
    case 'preparing':
      return {
        kind: 'waiting',
        heading: messages.preparing.heading,
        actions: [verb(actions.cancel, step.cancel)],
      }
    case 'unavailable':
      return {
        kind: 'message',
        heading: messages.unavailable.heading,
        error: describeOutage(messages, step.error, around.isOnline),
        actions: [
          primary(actions.retry, step.retry),
          ...(step.back ? [verb(actions.back, step.back)] : []),
          verb(actions.cancel, step.cancel),
        ],
      }
    case 'choosing_provider':
      return {
        kind: 'choice',
        heading: messages.picker.heading,
        ...(step.providers.length === 0 && { text: messages.picker.none }),
        choices: step.providers.map((provider): StepChoice => {
          const [first] = provider.methods
          return {
            id: provider.id,
            label: providerText(messages, provider).name,
            provider,
            ...(first && { description: messages.picker.methods[first.kind] }),
            choose: () => step.choose(provider.id),
          }
        }),
        actions: [verb(actions.cancel, step.cancel)],
      }
    case 'credentials':
      return describeSignIn(step, around)
    case 'linked':
    case 'relinked':
    case 'duplicate':
    case 'restricted':
    case 'mismatch':
    case 'canceled':
    case 'expired':
    case 'failed': {
      const { heading, text, facts, primary: first, secondary } = describeEnd(step, messages)
      return {
        kind: 'message',
        heading,
        text,
        facts,
        account: 'account' in step ? step.account : undefined,
        actions: [
          ...(first ? [primary(first.label, first.run)] : []),
          ...(secondary ? [verb(secondary.label, secondary.run)] : []),
        ],
      }
    }
    default:
      return describeCheckpoint(step, around)
  }
}

function describeSignIn(step: ConnectStepOf<'credentials'>, around: Surroundings): StepContent {
  const { messages, mistakes, submit } = around
  const { actions, credentials: words, forms } = messages
  const { provider, method, pending, error } = step
  const fields = signInFields(step, messages, mistakes)
  const isAtFields = fields.some((field) => field.error !== undefined)
  return {
    kind: 'form',
    heading: words.heading(providerText(messages, provider).service, step.reconnecting),
    error: error && !pending && !isAtFields ? describeError(messages, error) : undefined,
    note: words.promise(providerText(messages, provider).service),
    fields,
    submitLabel: fields.length > 0 ? words.submit : actions.continue,
    submit,
    actions: [
      ...(step.back ? [verb(actions.back, step.back)] : []),
      ...provider.methods
        .filter(({ id }) => id !== method.id)
        .map((other) => verb(methodText(forms, provider, other), () => step.chooseMethod(other.id))),
      verb(actions.cancel, step.cancel, pending === 'cancel'),
    ],
  }
}

function describeCheckpoint(step: AtCheckpoint, around: Surroundings): StepContent {
  const { messages, seconds, mistakes, submit } = around
  const { actions } = messages
  const { service } = providerText(messages, step.provider)
  const shared = { error: errorText(step, around) }
  const more = [...resend(step, around), ...ways(step, messages)]

  switch (step.type) {
    case 'otp':
    case 'two_factor':
    case 'otp_or_in_app':
      return {
        kind: 'form',
        ...shared,
        ...describeCode(step, messages),
        fields: [codeField(step, messages, mistakes)],
        show: step.type === 'otp_or_in_app' ? step.show : undefined,
        submitLabel: actions.continue,
        submit,
        actions: more,
      }
    case 'phone':
      return {
        kind: 'form',
        ...shared,
        heading: messages.phone.heading,
        text: messages.phone.text(service),
        fields: [phoneField(step, messages, mistakes)],
        submitLabel: actions.continue,
        submit,
        actions: more,
      }
    case 'in_app': {
      const { heading, text } = messages.in_app
      const texts = { ...shared, heading, text: text(service), actions: more }
      return step.show
        ? {
            kind: 'show',
            ...texts,
            show: step.show,
            instructions: [messages.show.kinds[step.show.kind]],
          }
        : { kind: step.error ? 'message' : 'waiting', ...texts }
    }
    case 'show': {
      const { show: words } = messages
      const isTimed = step.show.expiresAt !== undefined
      return {
        kind: 'show',
        ...shared,
        ...describeShow(step, words),
        text: step.reconnecting === undefined ? undefined : messages.qr.reconnect(step.reconnecting),
        note: isTimed ? (seconds > 0 ? words.validFor(seconds) : words.expired) : undefined,
        show: step.show,
        actions: [
          verb(words.refresh, step.refresh, step.pending === 'switch'),
          ...otherMethods(step, messages),
          ...more,
        ],
      }
    }
    case 'captcha':
      return {
        kind: 'captcha',
        ...shared,
        heading: messages.captcha.heading,
        mount: around.mount,
        actions: more,
      }
    case 'qr': {
      const own = step.provider.methods.flatMap((each) => (each.kind === 'qr' ? (each.steps ?? []) : []))
      return {
        kind: 'qr',
        ...shared,
        heading: messages.qr.heading(service),
        text: step.reconnecting === undefined ? undefined : messages.qr.reconnect(step.reconnecting),
        note: seconds > 0 ? messages.qr.freshFor(seconds) : messages.qr.due,
        qrcode: step.qrcode,
        instructions: own.length > 0 ? own : (messages.qrSteps[step.provider.id] ?? []),
        actions: [
          verb(messages.qr.refresh, step.refresh, step.pending === 'switch'),
          ...otherMethods(step, messages),
          ...more,
        ],
      }
    }
    case 'contract':
    case 'challenge':
      return {
        kind: 'choice',
        ...shared,
        heading: messages[step.type].heading,
        choices: step.options.map((option) => ({ ...option, choose: () => step.choose(option.id) })),
        actions: more,
      }
    case 'loading':
      return { kind: 'waiting', ...shared, heading: messages.loading.heading(service), actions: more }
    case 'consent': {
      const { consent } = messages
      return {
        kind: 'message',
        ...shared,
        heading: consent.heading(service),
        text: step.isOpen ? consent.elsewhere : consent.text(service, step.reconnecting),
        actions: [primary(step.isOpen ? consent.again : consent.open(service), step.open), ...more],
      }
    }
    case 'unsupported':
      return {
        kind: 'message',
        ...shared,
        heading: messages.unsupported.heading,
        text: messages.unsupported.text(service),
        actions: [primary(actions.restart, step.restart), ...more],
      }
    default:
      return step satisfies never
  }
}

function errorText(step: AtCheckpoint, { messages, mistakes, isOnline }: Surroundings): string | undefined {
  const { connection, connectionError, pending, error } = step
  if (connectionError) return describeOutage(messages, connectionError, isOnline)
  if (connection === 'offline') return messages.offline
  // A refusal is of the value before the one that is wrong now.
  return error && !pending && !mistakes ? describeError(messages, error) : undefined
}

function otherMethods(
  { otherMethods, chooseMethod }: ConnectStepOf<'qr' | 'show'>,
  { methodInstead }: StepMessages,
): StepAction[] {
  return otherMethods.map((method) => verb(insteadText(methodInstead, method), () => chooseMethod(method.id)))
}

function resend(step: AtCheckpoint, { messages: { actions }, seconds }: Surroundings): StepAction[] {
  if (!('resend' in step) || !step.resend) return []
  const label = seconds > 0 ? actions.resendIn(seconds) : actions.resend
  return [{ ...verb(label, step.resend.send, step.pending === 'resend'), isDisabled: seconds > 0 }]
}

/** What every checkpoint offers at last. */
function ways(step: AtCheckpoint, { actions }: StepMessages): StepAction[] {
  const { pending, error } = step
  const other = 'tryAnotherWay' in step && error?.code !== 'no_other_way' && step.tryAnotherWay
  return [
    ...(other ? [verb(actions.anotherWay, other, pending === 'switch')] : []),
    verb(actions.cancel, step.cancel, pending === 'cancel'),
  ]
}

function verb(label: string, run: () => void, isPending: boolean | Pending = false): StepAction {
  return { label, run, isPrimary: false, isPending: Boolean(isPending), isDisabled: false }
}

function primary(label: string, run: () => void): StepAction {
  return { ...verb(label, run), isPrimary: true }
}
