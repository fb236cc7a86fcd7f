/** What PostgreSQL stores in no text and no JSON: NUL, and half of a surrogate pair ("JSON Types"). */
const UNSTORABLE = /[\0\p{Surrogate}]/gu

export function isStorable(text: string): boolean {
  return text.search(UNSTORABLE) === -1
}

/** The text with U+FFFD in place of what cannot be stored. */
function toStorable(text: string): string {
  return text.replaceAll(UNSTORABLE, '\ufffd')
}

/** A copy of a JSON value with every text in it made storable. */
export function toStorableJson(value: unknown): unknown {
  if (typeof value === 'string') return toStorable(value)
  if (Array.isArray(value)) return value.map(toStorableJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [toStorable(name), toStorableJson(member)]),
  )
}

/**
 * The dotted path of the first text in a JSON value that cannot be stored, if there is one.
 * @param unstored Names of members that are not looked into, because they are never stored.
 */
export function findUnstorable(value: unknown, unstored: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : ''
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    if (!isStorable(name)) return toStorable(name)
    if (unstored.includes(name)) continue
    const path = findUnstorable(member, unstored)
    if (path !== undefined) return path === '' ? name : `${name}.${path}`
  }
  return undefined
}
