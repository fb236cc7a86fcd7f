import type { ComponentProps } from 'react'
import { Field, type FieldProps, type OwnAttributes } from './field.tsx'
import { Icon } from './icon.tsx'
import { expandIcon } from './icons.ts'

interface SelectFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly select: OwnAttributes<ComponentProps<'select'>>
}

/** A labeled native select, because phones show it in a familiar way. */
export function SelectField({ options, select, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <>
          <select {...select} {...control}>
            {options.map(({ value, label }) => (
              <option key={value} data-ca="select-option" value={value}>
                {label}
              </option>
            ))}
          </select>
          <Icon shape={expandIcon} />
        </>
      )}
    </Field>
  )
}
