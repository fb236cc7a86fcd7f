import type { ConnectError, ErrorCode } from '../errors/index.ts'
import type { CheckpointType, Intent } from '../protocol/index.ts'
import { isOutcome } from '../protocol/is-outcome.ts'
import type { ConnectContext } from './connect.types.ts'

interface Guarded {
  readonly context: ConnectContext
}

export const hasEnded = ({ context: { intent } }: Guarded): boolean => !!intent && isOutcome(intent.step)

/** Whether `intent` is news: answers and pushed changes arrive in any order, and twice. */
export const isNewer = ({ context }: Guarded, intent: Intent): boolean =>
  intent.id !== context.intent?.id || intent.revision > context.intent.revision

export const asks = ({ context }: Guarded, types: readonly CheckpointType[]): boolean =>
  (types as readonly string[]).includes(context.intent?.step.type ?? '')

/** Whether `checkpointId` is the checkpoint on show: an answer never hits the next one. */
export const isCurrent = ({ context }: Guarded, checkpointId: string): boolean => {
  const step = context.intent?.step
  return !!step && 'id' in step && step.id === checkpointId
}

/** Whether `intent` makes what is on its way pointless: it is news, and of another checkpoint. A leave never is pointless. */
export const movesOn = (guarded: Guarded, intent: Intent): boolean =>
  guarded.context.acting !== 'cancel' &&
  isNewer(guarded, intent) &&
  !('id' in intent.step && isCurrent(guarded, intent.step.id))

const outdated: readonly ErrorCode[] = ['checkpoint_passed', 'intent_ended', 'answer_not_expected']

/** The server is elsewhere than this screen: ask it where. */
export const isOutdated = (_: Guarded, { code }: ConnectError): boolean => outdated.includes(code)

/** The error asks for another method, and the provider offers it. */
export const asksForMethod = ({ context: { provider } }: Guarded, { method }: ConnectError): boolean =>
  !!provider?.methods.some(({ id }) => id === method)

export const isGone = (_: Guarded, { code }: ConnectError): boolean => code === 'intent_not_found'
