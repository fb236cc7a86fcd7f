import type { Field } from '@connect-account/core'

interface FieldGroup {
  /** Absent for fields that stand alone. */
  readonly name: string | undefined
  readonly fields: readonly Field[]
}

/** The fields in their order, those of one group together. */
export function byGroup(fields: readonly Field[]): FieldGroup[] {
  return [...new Set(fields.map(({ group }) => group))].map((name) => ({
    name,
    fields: fields.filter(({ group }) => group === name),
  }))
}
