import { closestMatch } from 'leven'

type NamesOf<T> = T extends object ? keyof T : never
type MemberOf<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never

/** The names of a type's members: `true` for a member whose own members are not checked, `*` for the names of a record. */
export type Names<T> = { readonly [Name in NamesOf<T>]: true | Names<MemberOf<T, Name>> }

interface NameTree {
  readonly [name: string]: true | NameTree
}

const MAX_TYPOS = 4

/** @returns one line about the first unknown member, with the nearest known name; `undefined` if all are known. */
export function describeUnknownName(given: unknown, names: NameTree, path = ''): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(names, name) ? names[name] : names['*']
    if (known === undefined) return `${path}${name}: unknown.${suggest(name, Object.keys(names), path)}`
    const nested = known === true ? undefined : describeUnknownName(value, known, `${path}${name}.`)
    if (nested) return nested
  }
  return undefined
}

/** @returns ` Did you mean …?` with `prefix` before the nearest name, ignoring case; an empty text if no name is near. */
export function suggest(name: string, names: readonly string[], prefix = ''): string {
  // Allows two swapped letters in a short name; a name with nothing in common would not help.
  const maxDistance = Math.min(MAX_TYPOS, Math.max(2, name.length - 2))
  const lower = names.map((known) => known.toLowerCase())
  const nearest = closestMatch(name.toLowerCase(), lower, { maxDistance })
  return nearest === undefined ? '' : ` Did you mean ${prefix}${names[lower.indexOf(nearest)]}?`
}
