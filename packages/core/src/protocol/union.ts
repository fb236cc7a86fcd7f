import { type Flat, object, oneOf, type Reader, type ReadShape, reader, type Shape, text } from './reader.ts'

type Variants<K extends string, C extends Shape, S extends Readonly<Record<string, Shape>>> = {
  [V in keyof S & string]: Flat<{ [P in K]: V } & ReadShape<C & S[V]>>
}[keyof S & string]

/**
 * A union of objects with `common` members, distinguished by the value of `key`. Returns `undefined` for an
 * object that only a newer version knows.
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
