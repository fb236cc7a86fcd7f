import { closestMatch } from 'leven'
import { invalidSetting } from '../invalid-setting.ts'

type NamesOf<T> = T extends object ? keyof T : never
type MemberOf<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never

/** The names of a type's members; `true` for a member whose own members are not checked. */
export type Names<T> = { readonly [Name in NamesOf<T>]: true | Names<MemberOf<T, Name>> }

interface NameTree {
  readonly [name: string]: true | NameTree
}

const MAX_TYPOS = 4

/**
 * Refuses a member that is not known, at any depth, and suggests the nearest name: a typo must not pass as a
 * default.
 * @param subject The function whose options these are, for the message. Default: none, for settings.
 * @throws ConnectError `invalid_setting`.
 */
export function checkNames(given: unknown, names: NameTree, subject?: string): void {
  const unknown = describeUnknownName(given, names)
  if (unknown) throw invalidSetting(subject ? `${subject}: ${unknown}` : unknown)
}

/** @returns one line about the first member that `names` does not have; `undefined` if all are known. */
function describeUnknownName(given: unknown, names: NameTree, path = ''): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(names, name) ? names[name] : undefined
    if (known === undefined) return `${path}${name}: unknown.${suggest(name, Object.keys(names), path)}`
    const nested = known === true ? undefined : describeUnknownName(value, known, `${path}${name}.`)
    if (nested) return nested
  }
  return undefined
}

/**
 * @returns ` Did you mean …?` with `prefix` before the nearest name in any case, or nothing if no name is
 *   near.
 */
function suggest(name: string, names: readonly string[], prefix = ''): string {
  // Two letters of a short name may be swapped; a name with nothing in common is no help.
  const maxDistance = Math.min(MAX_TYPOS, Math.max(2, name.length - 2))
  const lower = names.map((known) => known.toLowerCase())
  const nearest = closestMatch(name.toLowerCase(), lower, { maxDistance })
  return nearest === undefined ? '' : ` Did you mean ${prefix}${names[lower.indexOf(nearest)]}?`
}
