/**
 * Defines every type of the browser's API once. A reader is a function that checks a value; its result is the
 * TypeScript type, and `reads` is the same contract as data, from which the server derives JSON Schema.
 */

/** Returns the typed value without unknown members. @throws MisreadError that says where it is wrong. */
export interface Reader<T> {
  (value: unknown, at?: string): T
  readonly reads: Contract
}

/** What a reader accepts: a leaf in JSON Schema's terms, or the readers that it consists of. */
export type Contract =
  | { readonly type?: 'string' | 'number' | 'boolean'; readonly format?: 'date-time' }
  | { readonly enum: readonly string[] }
  | { readonly items: Reader<unknown> }
  | { readonly values: Reader<unknown> }
  | { readonly members: Shape }
  | { readonly anyOf: readonly Reader<unknown>[] }
  | { readonly nullable: Reader<unknown> }

/** A value does not match its contract. Names the place, never the value. */
export class MisreadError extends Error {
  override readonly name = 'MisreadError'
}

/** A member that may be absent. */
export interface Optional<T> {
  readonly optional: Reader<T>
}

export type Shape = Readonly<Record<string, Reader<unknown> | Optional<unknown>>>
type MemberOf<M extends Shape[string]> =
  M extends Optional<infer T> ? T : M extends Reader<infer T> ? T : never
/**
 * One object type instead of an intersection. Inferred, so that declarations of a host that contain the type show its
 * members and never need this name.
 */
export type Flat<T> = T extends infer O ? { [K in keyof O]: O[K] } : never

/** The type that a reader returns. */
export type Read<R extends Reader<unknown>> = ReturnType<R>
/** The type that a record of readers returns. */
export type ReadShape<S extends Shape> = Flat<
  { -readonly [K in keyof S as S[K] extends Optional<unknown> ? never : K]: MemberOf<S[K]> } & {
    -readonly [K in keyof S as S[K] extends Optional<unknown> ? K : never]?: MemberOf<S[K]>
  }
>

function misread(at = ''): never {
  throw new MisreadError(`Unexpected value at "${at}".`)
}

/** Creates a reader from a contract and the function that checks a value against it. */
export function reader<T>(reads: Contract, read: (value: unknown, at?: string) => T): Reader<T> {
  return Object.assign(read, { reads })
}

export const text = reader({ type: 'string' }, (value, at) =>
  typeof value === 'string' ? value : misread(at),
)
/** A moment by the server's clock (ISO 8601). */
export const time = reader({ type: 'string', format: 'date-time' }, (value, at) => text(value, at))
export const number = reader({ type: 'number' }, (value, at) =>
  typeof value === 'number' ? value : misread(at),
)
export const flag = reader({ type: 'boolean' }, (value, at) =>
  typeof value === 'boolean' ? value : misread(at),
)
export const anything = reader({}, (value) => value)

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return reader({ enum: values }, (value, at) => values.find((known) => known === value) ?? misread(at))
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return reader({ nullable: read }, (value, at) => (value === null ? null : read(value, at)))
}

/** A list without the items of newer versions, for which `read` returns `undefined`. */
export function listOf<T>(read: Reader<T | undefined>): Reader<T[]> {
  return reader({ items: read }, (value, at = '') =>
    Array.isArray(value)
      ? value
          .map((item, index) => read(item, `${at}[${index}]`))
          .filter((item): item is T => item !== undefined)
      : misread(at),
  )
}

export function optional<T>(read: Reader<T>): Optional<T> {
  return { optional: read }
}

export function recordOf<T>(read: Reader<T>): Reader<Record<string, T>> {
  return reader({ values: read }, (value, at) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, `${at}.${key}`)]))
      : misread(at),
  )
}

export function object<S extends Shape>(shape: S): Reader<ReadShape<S>> {
  return reader({ members: shape }, (value, at = '') => {
    if (typeof value !== 'object' || value === null) return misread(at)
    const given: Record<string, unknown> = { ...value }
    const entries = Object.entries(shape).flatMap(([key, member]) => {
      const read = 'optional' in member ? Object.hasOwn(given, key) && member.optional : member
      return read ? [[key, read(given[key], at ? `${at}.${key}` : key)]] : []
    })
    return Object.fromEntries(entries)
  })
}
