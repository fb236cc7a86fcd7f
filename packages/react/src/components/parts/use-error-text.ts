import { isOutage } from '@connect-account/core/internal'
import { useOnline } from '../../hooks/browser/use-online.ts'
import type { StepError } from '../../hooks/flow/connect-step.ts'
import { useMessages } from '../root/use-messages.ts'
import { describeError, describeOutage } from './describe-error.ts'

/** Returns the text of an error after which the user has to do something again. */
export function useErrorText(): (error: StepError) => string {
  const messages = useMessages()
  const isOnline = useOnline()
  return (error) => (isOnline || !isOutage(error) ? describeError(messages, error) : messages.notSent)
}

/** Returns the text of an error that goes away by itself if it is an outage. */
export function useOutageText(): (error: StepError) => string {
  const messages = useMessages()
  const isOnline = useOnline()
  return (error) => describeOutage(messages, error, isOnline)
}
