import * as v from 'valibot'

/** The longest text of Unipile's that is shown or kept, in characters. */
const MAX_LABEL = 512

/** A text that is shown to people, cut between two characters. */
export const label = v.pipe(v.string(), v.transform(cut))
export const optionalLabel = v.optional(v.nullable(label))
export const optionalText = v.optional(v.nullable(v.string()))
/** A text that means nothing once a character of it was replaced: an id, a QR code. */
export const id = v.pipe(v.string(), v.minLength(1), v.excludes('\ufffd'))

/** A page of a list: items that cannot be read do not keep the others from being read. */
export function readEach<S extends v.GenericSchema>(schema: S, items: readonly unknown[]) {
  const read: v.InferOutput<S>[] = []
  const unreadable: string[] = []
  for (const item of items) {
    const parsed = v.safeParse(schema, item)
    if (parsed.success) read.push(parsed.output)
    else unreadable.push(v.is(withId, item) ? item.id : '')
  }
  return { read, unreadable }
}

const withId = v.looseObject({ id })

/** The text, cut between two characters. */
export function cut(text: string): string {
  if (text.length <= MAX_LABEL) return text
  return Array.from(text.slice(0, 2 * MAX_LABEL))
    .slice(0, MAX_LABEL)
    .join('')
}
