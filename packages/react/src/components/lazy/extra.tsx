import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { Chunk } from './chunk.ts'

interface ExtraProps<M> {
  readonly chunk: Chunk<M>
  readonly children: (module: M) => ReactNode
}

/** A part in a chunk of its own that a screen does without: nothing is shown until it is there, or if it does not load. */
export function Extra<M>({ chunk, children }: ExtraProps<M>) {
  const { module } = useSyncExternalStore(chunk.subscribe, chunk.read, chunk.readOnServer)
  useEffect(() => chunk.load(), [chunk])
  return module ? children(module) : null
}
