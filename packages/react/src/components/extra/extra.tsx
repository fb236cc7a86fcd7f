import { type ComponentType, lazy, Suspense } from 'react'

/** A part in a chunk of its own that a screen does without: nothing is shown until it is there, or when it cannot be had. */
export function extra<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  const Part: ComponentType<P> = lazy(() => load().catch(() => ({ default: () => null })))
  return (props) => (
    <Suspense>
      <Part {...props} />
    </Suspense>
  )
}
