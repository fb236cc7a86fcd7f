import { useEffect } from 'react'
import { onBrowserWake } from '../../hooks/browser/browser-wake.ts'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { ProblemScreen } from './problem-screen.tsx'

interface ChunkFailedProps {
  readonly step: ConnectStep
  readonly isRetrying: boolean
  readonly retry: () => void
}

/** The code of a screen did not load, as happens offline or after a deployment. Retries when the browser is back online. */
export function ChunkFailed({ step, isRetrying, retry }: ChunkFailedProps) {
  const { chunkFailed: words } = useRoot().messages
  useEffect(() => onBrowserWake(retry), [retry])
  return <ProblemScreen {...words} step={step} isRetrying={isRetrying} retry={retry} />
}
