import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { onBrowserWake } from '../../hooks/browser/browser-wake.ts'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { PreparingScreen } from '../screens/preparing-screen.tsx'
import { ProblemScreen } from './problem-screen.tsx'
import { ScreenBoundary } from './screen-boundary.tsx'
import { ScreenFrame } from './screen-frame.tsx'
import type { StepView } from './step-view.tsx'

interface ScreenSwitchProps {
  readonly view: StepView
  readonly frame: RefObject<HTMLDivElement | null>
}

/**
 * Shows the screen of `view`. While its code loads, the previous screen stays, marked busy, and keeps the
 * focus. The first screen has no previous one, so a skeleton is shown.
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

  if (!isReady && error !== undefined)
    return (
      <ScreenFrame key={`failed:${key}`} frame={frame}>
        <ChunkFailed step={step} isRetrying={isLoading} retry={chunk.load} />
      </ScreenFrame>
    )
  const shown = isReady ? view : before
  if (!shown)
    return (
      <ScreenFrame key="first" frame={frame}>
        <PreparingScreen step={step} />
      </ScreenFrame>
    )
  return (
    <ScreenFrame key={shown.key} frame={frame} isBusy={!isReady}>
      <ScreenBoundary step={step} report={report}>
        {shown.render(!isReady)}
      </ScreenBoundary>
    </ScreenFrame>
  )
}

interface ChunkFailedProps {
  readonly step: ConnectStep
  readonly isRetrying: boolean
  readonly retry: () => void
}

/**
 * Shown if the code of a screen does not load, offline or after a deployment. Retries when the browser is
 * back online.
 */
function ChunkFailed({ step, isRetrying, retry }: ChunkFailedProps) {
  const { chunkFailed: words } = useRoot().messages
  useEffect(() => onBrowserWake(retry), [retry])
  return <ProblemScreen {...words} step={step} isRetrying={isRetrying} retry={retry} />
}
