import type { Pending, Resend } from '../../hooks/flow/connect-step.ts'
import { useMessages } from '../root/use-messages.ts'
import { Button } from './button.tsx'
import { useSecondsUntil } from './use-seconds-until.ts'

/** Resends the code or notification. Counts down until the provider allows it. */
export function ResendButton({ resend, pending }: { resend: Resend; pending: Pending }) {
  const { actions } = useMessages()
  const seconds = useSecondsUntil(resend.availableAt)
  return (
    <Button variant="quiet" pending={pending === 'resend'} inert={seconds > 0} onClick={resend.send}>
      {seconds > 0 ? actions.resendIn(seconds) : actions.resend}
    </Button>
  )
}
