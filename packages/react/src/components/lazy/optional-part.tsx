import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import type { Chunk } from './chunk.ts'

interface OptionalPartProps<M> {
  readonly chunk: Chunk<M>
  readonly children: (module: M) => ReactNode
  /** Keeps the place of the part, so that nothing moves when it appears. @default Nothing. */
  readonly placeholder?: ReactNode
}

/** A part of a screen that loads separately. Until it is loaded, or if that fails, only its place is kept. */
export function OptionalPart<M>({ chunk, children, placeholder = null }: OptionalPartProps<M>) {
  const { module } = useSyncExternalStore(chunk.subscribe, chunk.read, chunk.readOnServer)
  useEffect(() => chunk.load(), [chunk])
  return module ? children(module) : placeholder
}
