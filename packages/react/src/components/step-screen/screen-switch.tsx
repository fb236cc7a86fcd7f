import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { PreparingScreen } from '../preparing/preparing-screen.tsx'
import { useRoot } from '../root/root-context.ts'
import { ChunkFailed } from './chunk-failed.tsx'
import { ScreenBoundary } from './screen-boundary.tsx'
import type { StepView } from './step-view.tsx'

interface ScreenSwitchProps {
  readonly view: StepView
  /** The element around the screens. */
  readonly frame?: RefObject<HTMLDivElement | null>
}

/**
 * Shows the screen of `view`. While its code is loading, the screen before it stays as it is, busy, and keeps the focus; both
 * change in one commit. Only the very first screen has none before it: a skeleton stands in.
 */
export function ScreenSwitch({ view, frame }: ScreenSwitchProps) {
  const { report } = useRoot()
  const { key, step, chunk } = view
  const { module, error, isLoading } = useSyncExternalStore(chunk.subscribe, chunk.read, chunk.readOnServer)
  const isReady = module !== undefined
  const [before, setBefore] = useState<StepView>()
  if (isReady && before !== view) setBefore(view)

  useEffect(() => {
    chunk.load()
  }, [chunk])

  const hasFailed = !isReady && error !== undefined
  const shown = isReady ? view : before
  return (
    <div ref={frame} data-ca="step" aria-busy={!isReady && !hasFailed && before ? true : undefined}>
      {hasFailed ? (
        <ChunkFailed key={key} step={step} isRetrying={isLoading} retry={chunk.load} />
      ) : shown ? (
        <ScreenBoundary key={shown.key} step={step} report={report}>
          {shown.render(!isReady)}
        </ScreenBoundary>
      ) : (
        <PreparingScreen step={step} />
      )}
    </div>
  )
}
