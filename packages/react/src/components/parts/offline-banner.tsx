import { useEffect } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'

/** Shown while the browser is offline. The step stays usable. */
export function OfflineBanner({ step }: { step: ConnectStep }) {
  const { messages, announce } = useRoot()
  const isOffline = 'connection' in step && step.connection === 'offline'

  useEffect(() => {
    if (isOffline) announce(messages.offline)
  }, [isOffline, announce, messages])

  return isOffline && <p data-ca="offline">{messages.offline}</p>
}
