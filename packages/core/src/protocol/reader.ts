/**
 * Readers of what comes over the browser's wire. Valibot reads the server's side; here, where every byte is loaded by
 * every user, a reader is a function and a record of readers is the type.
 */

/** Answers the value typed, without members it does not know; throws a `MisreadError` that says where it is wrong. */
export type Reader<T> = (value: unknown, at?: string) => T

/** The wire said something else than agreed. Names the place, never the value. */
export class MisreadError extends Error {
  override readonly name = 'MisreadError'
}

const optionalMark = Symbol()

interface OptionalReader<T> extends Reader<T> {
  readonly [optionalMark]: true
}

type Shape = Readonly<Record<string, Reader<unknown>>>
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: S[K] extends OptionalReader<unknown> ? K : never
}[keyof S]
type Flat<T> = { [K in keyof T]: T[K] }

/** The type that a reader answers. */
export type Read<R extends Reader<unknown>> = ReturnType<R>
/** The type that a record of readers answers. */
export type ReadShape<S extends Shape> = Flat<
  { [K in Exclude<keyof S, OptionalKeys<S>>]: ReturnType<S[K]> } & {
    [K in OptionalKeys<S>]?: ReturnType<S[K]>
  }
>

function misread(at = ''): never {
  throw new MisreadError(`Unexpected value at "${at}".`)
}

export const text: Reader<string> = (value, at) => (typeof value === 'string' ? value : misread(at))
export const number: Reader<number> = (value, at) => (typeof value === 'number' ? value : misread(at))
export const flag: Reader<boolean> = (value, at) => (typeof value === 'boolean' ? value : misread(at))
export const anything: Reader<unknown> = (value) => value

export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  return (value, at) => values.find((known) => known === value) ?? misread(at)
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, at) => (value === null ? null : read(value, at))
}

export function listOf<T>(read: Reader<T>): Reader<T[]> {
  return (value, at = '') =>
    Array.isArray(value) ? value.map((item, index) => read(item, `${at}[${index}]`)) : misread(at)
}

/** Marks a member that may be absent. */
export function optional<T>(read: Reader<T>): OptionalReader<T> {
  return Object.assign<Reader<T>, { [optionalMark]: true }>((value, at) => read(value, at), {
    [optionalMark]: true,
  })
}

export function recordOf<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value, at) =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, `${at}.${key}`)]))
      : misread(at)
}

export function object<S extends Shape>(shape: S): Reader<ReadShape<S>> {
  return (value, at = '') => {
    if (typeof value !== 'object' || value === null) return misread(at)
    const members: Record<string, unknown> = { ...value }
    const entries = Object.entries(shape)
      .filter(([key, read]) => Object.hasOwn(members, key) || !(optionalMark in read))
      .map(([key, read]) => [key, read(members[key], at ? `${at}.${key}` : key)])
    return Object.fromEntries(entries)
  }
}

/** The readers of a union's members by their `type`: what `common` reads, what the type's own shape reads, and the type. */
export function byType<C extends Shape, S extends Readonly<Record<string, Shape>>>(
  common: C,
  shapes: S,
): { readonly [K in keyof S & string]: Reader<ReadShape<C & S[K] & { type: Reader<K> }>> } {
  const entries = Object.entries(shapes).map(([type, shape]) => [
    type,
    object({ ...common, ...shape, type: oneOf(type) }),
  ])
  return Object.fromEntries(entries)
}
