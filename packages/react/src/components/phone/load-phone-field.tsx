import type { ComponentType } from 'react'
import type { PhoneFieldProps } from './phone-field.ts'
import { PlainPhoneField } from './plain-phone-field.tsx'

/** Loads the field that knows every country, or answers the plain one where it does not come. */
export async function loadPhoneField(): Promise<{ default: ComponentType<PhoneFieldProps> }> {
  try {
    const [{ default: Field }, { default: metadata }] = await Promise.all([
      import('./phone-number-field.tsx'),
      import('./phone-metadata.ts'),
    ])
    return { default: (props) => <Field {...props} metadata={metadata} /> }
  } catch {
    return { default: PlainPhoneField }
  }
}
