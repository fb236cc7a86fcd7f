import type { ConnectError, ErrorCode } from '../errors/index.ts'
import { type CheckpointType, type Intent, isOutcome } from '../protocol/index.ts'
import type { ConnectContext } from './connect.types.ts'

export const hasEnded = (intent: Intent | undefined): boolean => !!intent && isOutcome(intent.step)

/** Whether `intent` is news: answers and pushed changes arrive in any order, and twice. */
export const isNewer = (context: ConnectContext, intent: Intent): boolean =>
  intent.id !== context.intent?.id || intent.revision > context.intent.revision

export const asks = (context: ConnectContext, types: readonly CheckpointType[]): boolean =>
  (types as readonly string[]).includes(context.intent?.step.type ?? '')

/** Whether `checkpointId` is the checkpoint on show: an answer never hits the next one. */
export const isCurrent = (context: ConnectContext, checkpointId: string): boolean => {
  const step = context.intent?.step
  return !!step && 'id' in step && step.id === checkpointId
}

/** Whether `intent` is at another checkpoint than the one on show. */
export const movesOn = (context: ConnectContext, intent: Intent): boolean => {
  return !('id' in intent.step) || !isCurrent(context, intent.step.id)
}

const outdated: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'checkpoint_passed',
  'intent_ended',
  'answer_not_expected',
])

/** The server is elsewhere than this screen: ask it where. */
export const isOutdated = (error: ConnectError): boolean => outdated.has(error.code)
export const isGone = (error: ConnectError): boolean => error.code === 'intent_not_found'
