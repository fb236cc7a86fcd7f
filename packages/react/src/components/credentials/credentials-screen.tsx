import { useId } from 'react'
import { useForm } from 'react-hook-form'
import type { ConnectStepOf } from '../../hooks/connect-step.ts'
import { Alert } from '../alert/alert.tsx'
import { Button } from '../button/button.tsx'
import { CancelButton } from '../cancel-button/cancel-button.tsx'
import { Icon } from '../icon/icon.tsx'
import { lockIcon } from '../icon/icons.ts'
import { useMessages } from '../root/use-messages.ts'
import { StepForm } from '../step-form/step-form.tsx'
import { StepLayout } from '../step-layout/step-layout.tsx'
import { useRejection } from '../step-screen/use-rejection.ts'
import { TextField } from '../text-field/text-field.tsx'

/** The sign-in form, built from the method's fields. What is typed lives in the form and leaves it only by `submit`. */
export default function CredentialsScreen({ step }: { step: ConnectStepOf<'credentials'> }) {
  const messages = useMessages()
  const words = messages.credentials
  const { provider, method } = step
  const alertId = useId()
  const { register, handleSubmit, formState, setError, setFocus, resetField } =
    useForm<Record<string, string>>()

  useRejection(step, ({ code, fields = [] }) => {
    for (const { name, message } of fields) setError(name, { message })
    const passwords = method.fields.filter(({ type }) => type === 'password')
    if (code === 'invalid_credentials')
      for (const { name } of passwords) resetField(name, { defaultValue: '' })
    const wrong = fields[0] ?? (code === 'invalid_credentials' ? passwords[0] : undefined)
    if (wrong) setFocus(wrong.name)
  })

  return (
    <StepLayout
      provider={provider}
      heading={words.heading(provider.name)}
      text={words.text(provider.name)}
      footer={
        <>
          {step.back && (
            <Button variant="quiet" onClick={() => step.back?.()}>
              {messages.actions.back}
            </Button>
          )}
          {provider.methods
            .filter(({ id }) => id !== method.id)
            .map(({ id, label }) => (
              <Button key={id} variant="quiet" onClick={() => step.chooseMethod(id)}>
                {words.otherMethod(label)}
              </Button>
            ))}
          <CancelButton step={step} />
        </>
      }
    >
      <Alert id={alertId} error={step.error} />
      <StepForm
        label={words.submit}
        pending={step.pending === 'submit'}
        describedBy={step.error && alertId}
        onSubmit={handleSubmit((values) => step.submit(values))}
      >
        {method.fields.map(({ name, label, type, autocomplete, required, help, placeholder }, index) => (
          <TextField
            key={name}
            label={label}
            type={type}
            help={help}
            required={required}
            first={index === 0}
            error={formState.errors[name]?.message}
            input={{
              ...register(name, { required: required && words.required(label) }),
              autoComplete: autocomplete,
              placeholder,
              dir: 'auto',
            }}
          />
        ))}
      </StepForm>
      <p data-ca="note">
        <Icon shape={lockIcon} />
        {words.promise}
      </p>
    </StepLayout>
  )
}
