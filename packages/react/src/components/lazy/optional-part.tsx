import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { Chunk } from './chunk.ts'

interface OptionalPartProps<M> {
  readonly chunk: Chunk<M>
  readonly children: (module: M) => ReactNode
}

/** A part in a chunk of its own that a screen does without: nothing is shown until it is there, or if it does not load. */
export function OptionalPart<M>({ chunk, children }: OptionalPartProps<M>) {
  const { module } = useSyncExternalStore(chunk.subscribe, chunk.read, chunk.readOnServer)
  useEffect(() => chunk.load(), [chunk])
  return module ? children(module) : null
}
