import type { Field, Method, Provider } from '@connect-account/core'
import type { enForms, FieldText } from '../../../locales/en-forms.ts'

type FormTexts = (typeof enForms)['forms']

/** The value at `provider.key`, or at `key`. */
function find<T>(texts: Readonly<Record<string, T>>, provider: string, key: string): T | undefined {
  for (const name of [`${provider}.${key}`, key]) if (Object.hasOwn(texts, name)) return texts[name]
  return undefined
}

/** The words of a field: its own, or those of the messages. */
export function fieldText(
  { fields, nameInSentence }: FormTexts,
  { id }: Provider,
  field: Field,
): Required<Pick<FieldText, 'label' | 'name'>> & Pick<FieldText, 'help'> {
  const known = find(fields, id, field.name)
  const label = field.label ?? known?.label ?? field.name
  const help = field.help ?? known?.help
  // A label of the field's own needs no name that the messages have for another label.
  const name = (field.label === undefined ? known?.name : undefined) ?? nameInSentence(label)
  return { label, name, ...(help !== undefined && { help }) }
}

/** The name of a method: its own, or that of the messages. */
export function methodText({ methods }: FormTexts, { id }: Provider, method: Method): string {
  return method.label ?? find(methods, id, method.id) ?? method.id
}

/** The name of a group of fields. A group that the messages do not have is its own name. */
export function groupText({ groups }: FormTexts, { id }: Provider, group: string): string {
  return find(groups, id, group) ?? group
}

/** The options of a select, each with its label. */
export function optionTexts({ options }: FormTexts, { id }: Provider, field: Field) {
  return (field.options ?? []).map(({ value, label = find(options, id, value) ?? value }) => ({
    value,
    label,
  }))
}
