import { ConnectError } from '@connect-account/core'
import { useReducer, useState } from 'react'
import type { CaptchaAdapter } from '../../captcha/adapter.ts'
import { useOnline } from '../../hooks/browser/use-online.ts'
import type { ConnectStep, Pending, StepError } from '../../hooks/flow/connect-step.ts'
import type { ConnectFlow } from '../../hooks/flow/use-connect-account.ts'
import { useRejection } from '../parts/use-rejection.ts'
import { useSecondsUntil } from '../parts/use-seconds-until.ts'
import { type LocaleProps, type Translation, useTranslation } from '../root/use-translation.ts'
import { mountAdapter } from '../screens/captcha/mount-adapter.ts'
import { describeStep } from './describe-step.ts'
import type { StepContent } from './step-content.ts'
import { type FieldTexts, submitForm } from './submit-form.ts'
import { enSteps } from './words.ts'

/** What to draw, and for whom. */
export type StepContentResult = StepContent & {
  /** Changes with each new step: use it as the React key of what you draw for it. */
  readonly key: string
  /** Whether the words of `locale` are there. Until then, draw none. */
  readonly isReady: boolean
  /** Whether an answer is on its way. */
  readonly isPending: boolean
  /** `lang` and `dir`, for the element around the texts. */
  readonly attributes: Translation['attributes']
}

interface Mistakes {
  readonly key: string
  readonly texts: FieldTexts | undefined
}

const unanswerable: { readonly pending: Pending; readonly error?: StepError } = { pending: false }

/**
 * What a step of `useConnectAccount` says and offers, for screens of your own. It draws nothing: switch on
 * `kind`.
 *
 * @example
 * const content = useStepContent(useConnectAccount({ session: fetchSessionToken }))
 * return <h2>{content.heading}</h2>
 */
export function useStepContent(
  { step, report }: Pick<ConnectFlow, 'step' | 'report'>,
  words: LocaleProps = {},
): StepContentResult {
  const { isReady, attributes, translate } = useTranslation(words, report)
  const isOnline = useOnline()
  const seconds = useSecondsUntil(deadlineOf(step))
  const [mistakes, setMistakes] = useState<Mistakes>()
  const [refusals, countRefusal] = useReducer((count: number) => count + 1, 0)
  useRejection('pending' in step ? step : unanswerable, countRefusal)
  const messages = translate(enSteps)
  // A captcha is solved once: after a refused token it is another one.
  const key = step.type === 'captcha' ? `${keyOf(step)}:${refusals}` : keyOf(step)

  function mount(adapter: CaptchaAdapter, container: HTMLElement): () => void {
    if (step.type !== 'captcha') return () => {}
    const note = (what: string, cause?: unknown) => {
      const detail = `The captcha adapter "${adapter.name}" ${what}`
      report(new ConnectError('captcha_failed', { detail, cause }))
    }
    const { texts } = messages.captcha
    return mountAdapter(
      adapter,
      container,
      step,
      { texts },
      {
        onToken: step.submit,
        onFailure: note,
        onMistake: note,
      },
    )
  }

  return {
    ...describeStep(step, {
      messages,
      isOnline,
      seconds,
      mistakes: mistakes?.key === key ? mistakes.texts : undefined,
      submit: (form) => setMistakes({ key, texts: submitForm(step, form, messages) }),
      mount,
    }),
    key,
    isReady,
    isPending: isAnswering(step),
    attributes,
  }
}

function isAnswering(step: ConnectStep): boolean {
  if (step.type === 'challenge') return step.pending === 'switch'
  return 'pending' in step && step.pending === 'submit'
}

function keyOf(step: ConnectStep): string {
  if ('checkpointId' in step) return `${step.type}:${step.checkpointId}`
  return step.type === 'credentials' ? `${step.provider.id}:${step.method.id}` : step.type
}

/** When what is shown is no longer fresh, or the code may be resent, in epoch milliseconds. */
function deadlineOf(step: ConnectStep): number {
  if (step.type === 'qr') return step.expiresAt
  if (step.type === 'show') return step.show.expiresAt ?? 0
  return 'resend' in step ? (step.resend?.availableAt ?? 0) : 0
}
