import type { Pending } from '../../hooks/connect-step.ts'
import { Button } from '../button/button.tsx'
import { useMessages } from '../root/use-messages.ts'

interface AnotherWayButtonProps {
  readonly pending: Pending
  readonly tryAnotherWay: () => void
}

/** Asks the provider for another way to verify. */
export function AnotherWayButton({ pending, tryAnotherWay }: AnotherWayButtonProps) {
  const { actions } = useMessages()
  return (
    <Button variant="quiet" pending={pending === 'switch'} onClick={tryAnotherWay}>
      {actions.anotherWay}
    </Button>
  )
}
