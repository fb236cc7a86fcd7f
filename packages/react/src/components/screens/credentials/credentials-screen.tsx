import type { Field, FieldError } from '@connect-account/core'
import { Fragment, memo, useEffect, useId, useRef } from 'react'
import { type FieldErrors, useForm } from 'react-hook-form'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { useLatest } from '../../../hooks/use-latest.ts'
import { enForms } from '../../../locales/en-forms.ts'
import { chunk } from '../../lazy/chunk.ts'
import { OptionalPart } from '../../lazy/optional-part.tsx'
import { Alert } from '../../parts/alert.tsx'
import { SecretPromise } from '../../parts/secret-promise.tsx'
import { StepForm } from '../../parts/step-form.tsx'
import { StepLayout } from '../../parts/step-layout.tsx'
import { useFieldErrors } from '../../parts/use-field-errors.ts'
import { useRejection } from '../../parts/use-rejection.ts'
import { providerText } from '../../root/provider-text.ts'
import { useRoot } from '../../root/root-context.ts'
import { Slot } from '../../root/slot.tsx'
import { useMessages } from '../../root/use-messages.ts'
import { useWords } from '../../root/use-words.ts'
import { SlowNotice } from '../slow-notice.tsx'
import { fieldText, groupText } from './form-words.ts'
import { isSecret, keepable } from './keepable.ts'
import { type CredentialsForm, MethodField } from './method-field.tsx'
import { MethodSwitch } from './method-switch.tsx'
import type { ReadOwnProxy } from './own-proxy-form.tsx'

type Values = Record<string, string>

const noFields: readonly Field[] = []

/** A field that the server refused, and why. */
interface Refusal {
  readonly field: Field
  readonly error: FieldError
}

const ownProxy = chunk(() => import('./own-proxy-form.tsx'))

/**
 * The sign-in form of a provider, built from the method's fields. It keeps what was typed for the fields of
 * every method, and submits those of the current one.
 */
export function CredentialsScreen({ step }: { step: ConnectStepOf<'credentials'> }) {
  // react-hook-form renders its owner again after mount. This component is cheap to render.
  const form = useForm<Values>({ shouldFocusError: false })
  return <SignIn step={step} form={form} />
}

interface SignInProps {
  readonly step: ConnectStepOf<'credentials'>
  readonly form: CredentialsForm
}

const SignIn = memo(function SignIn({ step, form }: SignInProps) {
  const messages = useMessages()
  const { translate, draft } = useRoot()
  const words = messages.credentials
  const { forms } = useWords(enForms)
  const { provider, method } = step
  const fields = method.kind === 'form' ? method.fields : noFields
  const alertId = useId()
  const readOwnProxy = useRef<ReadOwnProxy>(undefined)
  const { handleSubmit, setError, setFocus, setValue, getValues } = form
  const announceErrors = useFieldErrors()
  const latest = useLatest(step)
  // The form is gone then, but the user may come back to it.
  useEffect(
    () => () => latest.current.keep(keepable(latest.current.provider, getValues())),
    [getValues, latest],
  )

  useEffect(() => {
    draft.form = { providerId: provider.id, methodId: method.id }
    draft.search = ''
  }, [draft, provider, method])

  useRejection(step, ({ code, fields: refused = [], prefill = {} }) => {
    const isRefused = code === 'invalid_credentials' || code === 'app_password_needed'
    const refusals: Refusal[] = []
    const doubtful = fields.filter((field) => {
      const { name, type, options } = field
      const error = refused.find((wrong) => isAbout(wrong, field))
      if (error) refusals.push({ field, error })
      if (isRefused && type === 'password') setValue(name, '')
      const value = getValues(name)
      const isUntouched = !value || value === options?.[0]?.value
      if (isUntouched && prefill[name] !== undefined) setValue(name, prefill[name])
      return code === 'mail_settings_needed' ? !getValues(name) : isRefused && type === 'password'
    })
    const first = refusals[0]?.field ?? doubtful[0]
    // The alert says why. It goes with the next key.
    if (isRefused) for (const { name } of doubtful) setError(name, { type: 'refused' })
    if (first) setFocus(first.name)
    if (refusals[0]) void explain(refusals)
  })

  async function explain(refusals: readonly Refusal[]) {
    const { describeFieldError } = await import('./describe-field-error.ts').catch(() => ({
      describeFieldError: () => messages.errors.invalid_request,
    }))
    const texts = refusals.map(({ field, error }) => {
      const message = describeFieldError(error, fieldText(forms, provider, field).name, translate)
      setError(field.name, { message })
      return message
    })
    announceErrors(texts)
  }

  function refuse(errors: FieldErrors<Values>) {
    const wrong = fields.filter(({ name }) => errors[name])
    announceErrors(wrong.map(({ name }) => errors[name]?.message ?? ''))
    if (wrong[0]) setFocus(wrong[0].name)
  }

  /**
   * A password manager may have filled a control without an event, so react-hook-form does not know of it.
   */
  function adopt(filled: FormData) {
    for (const { name } of fields) {
      const value = filled.get(name)
      if (typeof value === 'string' && value !== getValues(name)) setValue(name, value)
    }
  }

  async function submit(typed: Values, filled: FormData) {
    const values: Values = {}
    for (const field of fields) {
      const { name, cookies } = field
      const value = typed[name] ?? ''
      if (!cookies) {
        values[name] = value
        continue
      }
      const { importCookies } = await import('./cookies/import-cookies.ts').catch(() => ({
        importCookies: () => messages.chunkFailed.text,
      }))
      const found = importCookies(value, field, translate)
      if (typeof found === 'string') {
        setError(name, { message: found }, { shouldFocus: true })
        return announceErrors([found])
      }
      Object.assign(values, found)
    }
    const proxy = readOwnProxy.current?.(filled)
    if (proxy !== 'invalid') step.submit(values, proxy)
  }

  // What is said at every wrong field is not said again above them.
  const isAtFields = step.error?.fields?.every(
    (error) =>
      fields.some((field) => isAbout(error, field)) || (method.userProxy && error.name.startsWith('proxy')),
  )
  const alert = isAtFields && !step.error?.helpUrl ? undefined : step.error

  return (
    <StepLayout
      heading={words.heading(providerText(messages, provider).service, step.reconnecting)}
      cancel={step}
    >
      <MethodSwitch step={step} />
      <StepForm
        key={method.id}
        alert={<Alert id={alertId} error={alert} />}
        label={fields[0] && words.submit}
        pending={step.pending === 'submit'}
        describedBy={alert && alertId}
        onSubmit={(filled) => {
          adopt(filled)
          return handleSubmit((typed) => submit(typed, filled), refuse)()
        }}
      >
        {groupFields(fields).map(({ name: group, fields: grouped }) => {
          const controls = grouped.map((field) => (
            <MethodField
              key={field.name}
              provider={provider}
              field={field}
              first={field === fields[0]}
              alertId={alertId}
              form={form}
              value={step.known[field.name]}
            />
          ))
          if (!group) return <Fragment key="">{controls}</Fragment>
          return (
            <fieldset key={group} form="" data-ca="group">
              <legend data-ca="legend">{groupText(forms, provider, group)}</legend>
              {controls}
            </fieldset>
          )
        })}
        {method.userProxy && (
          <OptionalPart chunk={ownProxy}>
            {({ OwnProxyForm }) => <OwnProxyForm step={step} read={readOwnProxy} />}
          </OptionalPart>
        )}
        {fields.some(isSecret) && <SecretPromise provider={provider} />}
        <Slot name="form" props={{ step }} />
      </StepForm>
      {step.pending === 'submit' && <SlowNotice provider={provider} about="start" />}
    </StepLayout>
  )
})

/** Whether an error of the server belongs at this field. A field of cookies stands for each of them. */
function isAbout({ name }: FieldError, field: Field): boolean {
  return name === field.name || !!field.cookies?.some(({ credential }) => credential === name)
}

interface FieldGroup {
  /** Absent for fields without a group. */
  readonly name: string | undefined
  readonly fields: readonly Field[]
}

/** The fields of each group together, in the order in which the groups first appear. */
function groupFields(fields: readonly Field[]): FieldGroup[] {
  return [...new Set(fields.map(({ group }) => group))].map((name) => ({
    name,
    fields: fields.filter(({ group }) => group === name),
  }))
}
