import type { ConnectError, ErrorCode } from '../errors/index.ts'
import { type CheckpointType, type Intent, isOutcome } from '../protocol/index.ts'
import type { ConnectContext } from './connect.types.ts'

/** The checkpoints that the user answers here, rather than on the phone or at the provider. */
const answered: ReadonlySet<string> = new Set<CheckpointType>([
  'otp',
  'two_factor',
  'otp_or_in_app',
  'phone',
  'captcha',
  'contract',
  'challenge',
])

export const hasEnded = (intent: Intent | undefined): boolean => !!intent && isOutcome(intent.step)

/** Whether `intent` is news: answers and pushed changes arrive in any order, and twice. */
export const isNewer = (context: ConnectContext, intent: Intent): boolean =>
  intent.id !== context.intent?.id || intent.revision > context.intent.revision

export const asks = (context: ConnectContext, types: readonly CheckpointType[]): boolean =>
  (types as readonly string[]).includes(context.intent?.step.type ?? '')

/** Whether `checkpointId` is the checkpoint on show, and one that takes an answer. */
export const takesAnswer = (context: ConnectContext, checkpointId: string): boolean => {
  const step = context.intent?.step
  return !!step && !isOutcome(step) && step.id === checkpointId && answered.has(step.type)
}

/** Whether `intent` is at another checkpoint than the one on show. */
export const movesOn = (context: ConnectContext, intent: Intent): boolean => {
  const before = context.intent?.step
  return isOutcome(intent.step) || !before || isOutcome(before) || before.id !== intent.step.id
}

const outdated: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'checkpoint_passed',
  'intent_ended',
  'answer_not_expected',
])

/** The server is elsewhere than this screen: ask it where. */
export const isOutdated = (error: ConnectError): boolean => outdated.has(error.code)
export const isGone = (error: ConnectError): boolean => error.code === 'intent_not_found'
