/**
 * The notation in which every type of the browser's wire is written, once. A reader is a function that checks a value, its
 * result is the TypeScript type, and `reads` is the same contract as data, from which the server derives JSON Schema.
 */

/** Returns the value typed, without members it does not know. @throws MisreadError that says where it is wrong. */
export interface Reader<T> {
  (value: unknown, at?: string): T
  readonly reads: Contract
}

/** What a reader accepts: a leaf in JSON Schema's own words, or the readers that it is made of. */
export type Contract =
  | { readonly type?: 'string' | 'number' | 'boolean'; readonly format?: 'date-time' }
  | { readonly enum: readonly string[] }
  | { readonly items: Reader<unknown> }
  | { readonly values: Reader<unknown> }
  | { readonly members: Shape }
  | { readonly anyOf: readonly Reader<unknown>[] }
  | { readonly nullable: Reader<unknown> }

/** The wire carried something else than agreed. Names the place, never the value. */
export class MisreadError extends Error {
  override readonly name = 'MisreadError'
}

interface OptionalReader<T> extends Reader<T> {
  readonly optional: true
}

type Shape = Readonly<Record<string, Reader<unknown>>>
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: S[K] extends OptionalReader<unknown> ? K : never
}[keyof S]
type Flat<T> = { [K in keyof T]: T[K] }

/** The type that a reader returns. */
export type Read<R extends Reader<unknown>> = ReturnType<R>
/** The type that a record of readers returns. */
type ReadShape<S extends Shape> = Flat<
  { [K in Exclude<keyof S, OptionalKeys<S>>]: ReturnType<S[K]> } & {
    [K in OptionalKeys<S>]?: ReturnType<S[K]>
  }
>

function misread(at = ''): never {
  throw new MisreadError(`Unexpected value at "${at}".`)
}

/** A reader from its two halves: the contract, and the function that holds a value to it. */
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

export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return reader({ items: read }, (value, at = '') =>
    Array.isArray(value) ? value.map((item, index) => read(item, `${at}[${index}]`)) : misread(at),
  )
}

/** Marks a member that may be absent. */
export function optional<T>(read: Reader<T>): OptionalReader<T> {
  return Object.assign((value: unknown, at?: string) => read(value, at), {
    reads: read.reads,
    optional: true,
  } as const)
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
    const entries = Object.entries(shape)
      .filter(([key, read]) => Object.hasOwn(given, key) || !('optional' in read))
      .map(([key, read]) => [key, read(given[key], at ? `${at}.${key}` : key)])
    return Object.fromEntries(entries)
  })
}

type Variants<K extends string, C extends Shape, S extends Readonly<Record<string, Shape>>> = {
  [V in keyof S & string]: Flat<{ [P in K]: V } & ReadShape<C & S[V]>>
}[keyof S & string]

/**
 * A union of objects with `common` members, told apart by the value of `key`. Returns `undefined` for an object that only a
 * newer version knows.
 */
export function union<K extends string, C extends Shape, const S extends Readonly<Record<string, Shape>>>(
  key: K,
  common: C,
  shapes: S,
): Reader<Variants<K, C, S> | undefined> {
  const entries = Object.entries(shapes).map(([name, shape]) => [
    name,
    object({ ...common, ...shape, [key]: oneOf(name) }),
  ])
  const readers: Readonly<Record<string, Reader<Variants<K, C, S>>>> = Object.fromEntries(entries)
  const readKey = object({ [key]: text })
  return reader({ anyOf: Object.values(readers) }, (value, at) => {
    const name = readKey(value, at)[key] ?? ''
    return Object.hasOwn(readers, name) ? readers[name]?.(value, at) : undefined
  })
}
