import { canRecover } from '../errors/can-recover.ts'
import type { ConnectError, ErrorCode } from '../errors/index.ts'
import type { Intent } from '../protocol/index.ts'
import { hasForm, resumableId } from './connect.selectors.ts'
import type { ConnectContext } from './connect.types.ts'

interface Guarded {
  readonly context: ConnectContext
}

const isLeaving = ({ context }: Guarded): boolean => context.acting === 'cancel'

const isNewer = ({ context }: Guarded, intent: Intent): boolean =>
  intent.id !== context.intent?.id || intent.revision > context.intent.revision

const isCurrent = ({ context }: Guarded, checkpointId: string): boolean => {
  const step = context.intent?.step
  return !!step && 'id' in step && step.id === checkpointId
}

const isGone = (_: Guarded, { code }: ConnectError): boolean => code === 'intent_not_found'

const outdated: readonly ErrorCode[] = ['checkpoint_passed', 'intent_ended', 'answer_not_expected']

export const guards = {
  hasIntentToResume: ({ context }: Guarded): boolean => resumableId(context) !== undefined,
  hasOneProvider: ({ context }: Guarded): boolean => context.offered.length === 1,
  hasSeveralProviders: ({ context }: Guarded): boolean => context.offered.length > 1,
  hasProvider: ({ context }: Guarded): boolean => context.provider !== undefined,
  hasForm: ({ context }: Guarded): boolean => hasForm(context.method),
  /** Whether the intent only shows something, and its provider has this method besides the intent's own. */
  isOtherMethod: ({ context: { intent, provider } }: Guarded, methodId: string): boolean =>
    (intent?.step.type === 'qr' || intent?.step.type === 'show') &&
    methodId !== intent.method &&
    !!provider?.methods.some(({ id }) => id === methodId),
  hasEnded: ({ context }: Guarded): boolean => context.end !== undefined,
  isLeaving,

  isOffered: ({ context }: Guarded, providerId: string): boolean =>
    context.offered.some(({ id }) => id === providerId),

  /**
   * Whether `intent` is newer than the one shown: responses and pushed changes arrive in any order, and may
   * repeat.
   */
  isNewer,

  /** Whether `checkpointId` is the current checkpoint, so that an answer never reaches the next one. */
  isCurrent,

  /**
   * Whether the pending verb no longer applies: `intent` is newer and at another checkpoint. Leaving always
   * applies.
   */
  movesOn: (guarded: Guarded, intent: Intent): boolean =>
    !isLeaving(guarded) &&
    isNewer(guarded, intent) &&
    !('id' in intent.step && isCurrent(guarded, intent.step.id)),

  /** Whether the server is at another step than this screen. */
  isOutdated: (_: Guarded, { code }: ConnectError): boolean => outdated.includes(code),

  /** Whether the error asks for another method that the provider offers. */
  asksForMethod: ({ context: { provider } }: Guarded, { method }: ConnectError): boolean =>
    !!provider?.methods.some(({ id }) => id === method),

  /**
   * Whether no other try can succeed: the hosted link that the session is from no longer works, or the intent to
   * continue is another user's.
   */
  isFinal: (_: Guarded, { code }: ConnectError): boolean =>
    code === 'intent_of_other_user' || (code.startsWith('link_') && code !== 'link_limited'),

  isGone,

  /** Whether the intent does not exist because this flow's own start has not reached the server. */
  isLostStart: (guarded: Guarded, error: ConnectError): boolean =>
    isGone(guarded, error) && !guarded.context.intent && guarded.context.startKey !== undefined,

  /** Whether the last call failed because the backend did not work, or the session had ended. */
  hasRecoverable: ({ context: { error } }: Guarded): boolean => error !== undefined && canRecover(error),
}
