import type { Pending } from '../../hooks/flow/connect-step.ts'
import { useMessages } from '../root/use-messages.ts'
import { Button } from './button.tsx'

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
