import { useEffect, useRef, useState } from 'react'
import type { Pending, Resend } from '../../hooks/flow/connect-step.ts'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'
import { Button } from './button.tsx'
import { useSecondsUntil } from './use-seconds-until.ts'

/**
 * Resends the code or notification, and says that it was sent. Counts down until the provider allows it
 * again.
 */
export function ResendButton({ resend, pending }: { resend: Resend; pending: Pending }) {
  const { actions } = useMessages()
  const { announce } = useRoot()
  const { availableAt } = resend
  const seconds = useSecondsUntil(availableAt)
  const [isSent, setSent] = useState(false)
  /** The time of the message before the one that the user asked for. */
  const asked = useRef<number>(undefined)

  // The server sets another time once it has sent the message.
  useEffect(() => {
    if (asked.current === undefined || asked.current === availableAt) return
    asked.current = undefined
    setSent(true)
    announce(actions.resent(Math.max(0, Math.ceil((availableAt - Date.now()) / 1000))))
  }, [availableAt, announce, actions])

  function send() {
    asked.current = availableAt
    setSent(false)
    resend.send()
  }

  return (
    <Button variant="quiet" pending={pending === 'resend'} inert={seconds > 0} onClick={send}>
      {seconds > 0 ? (isSent ? actions.sentResendIn : actions.resendIn)(seconds) : actions.resend}
    </Button>
  )
}
