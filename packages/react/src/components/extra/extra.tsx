import { type ComponentType, useEffect, useSyncExternalStore } from 'react'
import { chunk } from '../step-screen/chunk.ts'

/** A part in a chunk of its own that a screen does without: nothing is shown until it is there, or if it does not load. */
export function extra<M, P extends object>(
  importModule: () => Promise<M>,
  pick: (module: M) => ComponentType<P>,
): ComponentType<P> {
  const { subscribe, read, readOnServer, load } = chunk(importModule)
  return function Extra(props) {
    const { module } = useSyncExternalStore(subscribe, read, readOnServer)
    useEffect(load, [])
    if (!module) return null
    const Part = pick(module)
    return <Part {...props} />
  }
}
