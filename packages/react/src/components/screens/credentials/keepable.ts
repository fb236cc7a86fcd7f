import type { Field, Provider } from '@connect-account/core'

const SECRET_TYPES: ReadonlySet<Field['type']> = new Set(['password', 'cookies'])

/** Whether a value of this field proves who someone is. */
export function isSecret({ type }: Field): boolean {
  return SECRET_TYPES.has(type)
}

/** What was typed into fields that hold no secret. */
export function keepable(
  { methods }: Provider,
  typed: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields = methods.flatMap((method) => (method.kind === 'form' ? method.fields : []))
  const open = fields.filter((field) => !isSecret(field) && field.autocomplete !== 'one-time-code')
  return Object.fromEntries(
    open.flatMap(({ name }) => (typed[name] === undefined ? [] : [[name, typed[name]]])),
  )
}
