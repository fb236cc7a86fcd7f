import { ConnectError } from '@connect-account/core'
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { onBrowserWake } from '../../hooks/browser/browser-wake.ts'
import { useOnline } from '../../hooks/browser/use-online.ts'
import { screenFailure } from '../../hooks/error-reports/error-report.ts'
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
        <ChunkFailed step={step} error={error} isRetrying={isLoading} retry={chunk.load} />
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
      <ScreenBoundary step={step}>{shown.render(!isReady)}</ScreenBoundary>
    </ScreenFrame>
  )
}

/** Milliseconds until a chunk that did not load is loaded again. */
const RETRY_MS = 10_000

/** The browsers' and bundlers' errors for code that could not be fetched. Anything else was thrown by it. */
const isNotFetched = (error: unknown) =>
  error instanceof Error && /import|module|fetch|load|chunk/i.test(`${error.name} ${error.message}`)

interface ChunkFailedProps {
  readonly step: ConnectStep
  readonly error: unknown
  readonly isRetrying: boolean
  readonly retry: () => void
}

/**
 * Shown if the code of a screen does not load, offline or after a deployment. Retries from time to time, and
 * when the browser is back online.
 */
function ChunkFailed({ step, error, isRetrying, retry }: ChunkFailedProps) {
  const { messages, report } = useRoot()
  const isOnline = useOnline()
  const isLoadError = isNotFetched(error)

  useEffect(() => onBrowserWake(retry), [retry])
  useEffect(() => {
    if (isRetrying) return
    const timer = setTimeout(retry, RETRY_MS)
    return () => clearTimeout(timer)
  }, [isRetrying, retry])
  useEffect(() => {
    const detail = 'The code of a screen did not load.'
    report(
      isLoadError
        ? new ConnectError('network_unreachable', { detail, cause: error })
        : screenFailure(step.type, error),
      true,
    )
  }, [report, isLoadError, error, step.type])

  const { heading, text } = isLoadError ? messages.chunkFailed : messages.screenFailed
  return (
    <ProblemScreen
      heading={heading}
      text={isLoadError && !isOnline ? messages.offline : text}
      step={step}
      isRetrying={isRetrying}
      retry={retry}
    />
  )
}
