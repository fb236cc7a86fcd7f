import type { ComponentType } from 'react'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { type PhoneFieldProps, PhoneScreen } from './phone-screen.tsx'
import { PlainPhoneField } from './plain-phone-field.tsx'

/** Loads the phone screen with a country field, or with a plain field if the countries don't load. */
export async function loadPhoneScreen(): Promise<ComponentType<{ step: ConnectStepOf<'phone'> }>> {
  const field = await loadField().catch(() => PlainPhoneField)
  return ({ step }) => <PhoneScreen step={step} field={field} />
}

async function loadField(): Promise<ComponentType<PhoneFieldProps>> {
  const [{ default: Field }, { default: metadata }] = await Promise.all([
    import('./phone-number-field.tsx'),
    import('./phone-metadata.ts'),
  ])
  return (props) => <Field {...props} metadata={metadata} />
}
