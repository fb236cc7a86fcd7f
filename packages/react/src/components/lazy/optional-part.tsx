import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { Chunk } from './chunk.ts'

interface OptionalPartProps<M> {
  readonly chunk: Chunk<M>
  readonly children: (module: M) => ReactNode
}

/** A part of a screen that loads separately. Renders nothing until it is loaded, or if it fails to load. */
export function OptionalPart<M>({ chunk, children }: OptionalPartProps<M>) {
  const { module } = useSyncExternalStore(chunk.subscribe, chunk.read, chunk.readOnServer)
  useEffect(() => chunk.load(), [chunk])
  return module ? children(module) : null
}
