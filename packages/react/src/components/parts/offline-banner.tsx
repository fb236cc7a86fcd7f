import { useEffect } from 'react'
import type { StepError } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { useOutageText } from './use-error-text.ts'

interface OfflineBannerProps {
  /** Why no changes arrive. @default The backend can't be reached. */
  readonly reason?: StepError | undefined
}

const unknownReason: StepError = { code: 'network_unreachable' }

/** Shown and announced while no changes arrive from the backend. What is below stays usable. */
export function OfflineBanner({ reason = unknownReason }: OfflineBannerProps) {
  const { announce } = useRoot()
  const text = useOutageText()(reason)

  useEffect(() => announce(text), [text, announce])

  return <p data-ca="offline">{text}</p>
}
