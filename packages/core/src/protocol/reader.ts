/**
 * The notation that every type of the browser's wire is written in, once. A reader is a function that checks a value; it
 * carries the same contract as JSON Schema, which the server's OpenAPI document takes over as it is. Its type follows
 * from both.
 */

/** Returns the value typed, without members it does not know. @throws MisreadError that says where it is wrong. */
export interface Reader<T> {
  (value: unknown, at?: string): T
  readonly schema: JsonSchema
}

/** A schema in the dialect of OpenAPI 3.1 (JSON Schema, draft 2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>

/** The wire carried something else than agreed. Names the place, never the value. */
export class MisreadError extends Error {
  override readonly name = 'MisreadError'
}

interface OptionalReader<T> extends Reader<T> {
  readonly isOptional: true
}

type Shape = Readonly<Record<string, Reader<unknown>>>
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: S[K] extends OptionalReader<unknown> ? K : never
}[keyof S]
type Flat<T> = { [K in keyof T]: T[K] }

/** The type that a reader returns. */
export type Read<R extends Reader<unknown>> = ReturnType<R>
/** The type that a record of readers returns. */
export type ReadShape<S extends Shape> = Flat<
  { [K in Exclude<keyof S, OptionalKeys<S>>]: ReturnType<S[K]> } & {
    [K in OptionalKeys<S>]?: ReturnType<S[K]>
  }
>

function misread(at = ''): never {
  throw new MisreadError(`Unexpected value at "${at}".`)
}

/** A reader from its two halves: the contract, and the function that holds a value to it. */
export function reader<T>(schema: JsonSchema, read: (value: unknown, at?: string) => T): Reader<T> {
  return Object.assign(read, { schema })
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

/** Like `oneOf`; a value that only a newer version knows, or none, is read as `instead`. */
export function oneOfOr<const T extends string>(instead: T, ...values: readonly T[]): Reader<T> {
  return reader({ enum: [...values, instead] }, (value) => values.find((known) => known === value) ?? instead)
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return reader({ anyOf: [read.schema, { type: 'null' }] }, (value, at) =>
    value === null ? null : read(value, at),
  )
}

export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return reader({ type: 'array', items: read.schema }, (value, at = '') =>
    Array.isArray(value) ? value.map((item, index) => read(item, `${at}[${index}]`)) : misread(at),
  )
}

/** Marks a member that may be absent. */
export function optional<T>(read: Reader<T>): OptionalReader<T> {
  return Object.assign((value: unknown, at?: string) => read(value, at), {
    schema: read.schema,
    isOptional: true,
  } as const)
}

export function recordOf<T>(read: Reader<T>): Reader<Record<string, T>> {
  return reader({ type: 'object', additionalProperties: read.schema }, (value, at) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, `${at}.${key}`)]))
      : misread(at),
  )
}

export function object<S extends Shape>(shape: S): Reader<ReadShape<S>> {
  const members = Object.entries(shape)
  const schema = {
    type: 'object',
    properties: Object.fromEntries(members.map(([key, { schema }]) => [key, schema])),
    required: members.filter(([, read]) => !('isOptional' in read)).map(([key]) => key),
  }
  return reader(schema, (value, at = '') => {
    if (typeof value !== 'object' || value === null) return misread(at)
    const given: Record<string, unknown> = { ...value }
    const entries = members
      .filter(([key, read]) => Object.hasOwn(given, key) || !('isOptional' in read))
      .map(([key, read]) => [key, read(given[key], at ? `${at}.${key}` : key)])
    return Object.fromEntries(entries)
  })
}

/** The readers of a union's members, by the value of the member `key` that tells them apart. */
export function variants<K extends string, C extends Shape, const S extends Readonly<Record<string, Shape>>>(
  key: K,
  common: C,
  shapes: S,
): { readonly [V in keyof S & string]: Reader<Variant<K, V, C & S[V]>> } {
  const entries = Object.entries(shapes).map(([value, shape]) => [
    value,
    object({ ...common, ...shape, [key]: oneOf(value) }),
  ])
  return Object.fromEntries(entries)
}

type Variant<K extends string, V extends string, S extends Shape> = Flat<{ [P in K]: V } & ReadShape<S>>

/** A union of such members. `unknown` returns what stands for a member that only a newer version knows. */
export function union<T, U>(
  key: string,
  members: Readonly<Record<string, Reader<T>>>,
  unknown: (value: Readonly<Record<string, unknown>>, name: string) => U,
): Reader<T | U> {
  const schema = { oneOf: Object.values(members).map((member) => member.schema) }
  return reader(schema, (value, at) => {
    const given = readRecord(value, at)
    const name = text(given[key], `${at}.${key}`)
    const read = Object.hasOwn(members, name) ? members[name] : undefined
    return read ? read(value, at) : unknown(given, name)
  })
}

const readRecord = recordOf(anything)
