import { assign } from 'xstate'
import type { ConnectError, ErrorCode } from '../errors/index.ts'
import type { Intent, KnownAccount, WatchStatus } from '../protocol/index.ts'
import { isOutcome } from '../protocol/is-outcome.ts'
import type { Offer } from './connect.actors.ts'
import { openIntent, resumableId } from './connect.selectors.ts'
import type { ConnectContext, EndReason, FlowEnd, FlowEvent, IntentVerb } from './connect.types.ts'

/** An action that changes the context. */
function change<P = undefined>(update: (context: ConnectContext, params: P) => Partial<ConnectContext>) {
  return assign<ConnectContext, FlowEvent, P, FlowEvent, never>(({ context }, params) =>
    update(context, params),
  )
}

/** Whether the call may have reached the server, although its response did not arrive. */
const isLost = (code: ErrorCode): boolean => code.startsWith('network_') || code === 'unexpected_answer'

interface Acted {
  readonly context: ConnectContext
}

export const actions = {
  offer: change(({ providers: wanted }, { listed, account }: Offer) => ({
    account,
    offered: wanted ? wanted.flatMap((id) => listed.find((provider) => provider.id === id) ?? []) : listed,
  })),

  /**
   * Selects the given provider and method. Default: the first provider, and the method of the last sign-in or the
   * first one.
   */
  choose: change(({ offered, account }, choice: { providerId?: string; methodId?: string | undefined }) => {
    const provider = offered.find(({ id }) => id === choice.providerId) ?? offered[0]
    const wanted = choice.methodId ?? (account?.provider === provider?.id ? account?.method : undefined)
    const method = provider?.methods.find(({ id }) => id === wanted) ?? provider?.methods[0]
    return { provider, method, error: undefined }
  }),

  chooseMethod: change(({ provider, method }, methodId: string | undefined) => ({
    method: provider?.methods.find(({ id }) => id === methodId) ?? method,
    error: undefined,
  })),

  /**
   * Shows an intent unless a newer revision of it is shown already. `reason` is for an intent that has ended.
   */
  show: change((context, { intent, reason }: { intent: Intent; reason: EndReason }) => {
    if (intent.id === context.intent?.id && intent.revision < context.intent.revision) return {}
    const provider = context.offered.find(({ id }) => id === intent.provider)
    // One that was canceled before its start arrived has no provider of its own.
    const isUnknown = !provider && intent.step.type === 'canceled'
    return {
      intent,
      provider: isUnknown ? context.provider : provider,
      method: isUnknown ? context.method : provider?.methods.find(({ id }) => id === intent.method),
      clockOffset: context.now() - Date.parse(intent.serverTime),
      end: isOutcome(intent.step) ? { outcome: intent.step, reason } : undefined,
      error: undefined,
      startKey: undefined,
      lostStarts: [],
    }
  }),

  end: change((_, end: FlowEnd) => ({ end })),
  leave: change(() => ({ end: { outcome: { type: 'canceled' }, reason: 'user' } })),
  startOver: change(() => ({
    intent: undefined,
    end: undefined,
    error: undefined,
    intentId: undefined,
    startKey: undefined,
  })),

  /** Chooses the key of the next start. A key that is left belongs to a start whose response was lost. */
  openStart: change(({ startKey, lostStarts, createId }) => ({
    startKey: createId(),
    lostStarts: startKey === undefined ? lostStarts : [...lostStarts, startKey],
  })),

  /** Drops the key of a start that the server has refused. After a lost response the start may be running. */
  closeStart: change((_, { code }: ConnectError) =>
    isLost(code) ? {} : { startKey: undefined, lostStarts: [] },
  ),

  reconnect: change((_, account: KnownAccount) => ({ reconnecting: account })),
  linkNew: change(() => ({ reconnecting: undefined })),

  fail: change((_, error: ConnectError) => ({ error })),
  clearError: change(() => ({ error: undefined })),
  act: change((_, verb: IntentVerb['type']) => ({ acting: verb, error: undefined })),
  rest: change(() => ({ acting: undefined })),
  setConnection: change(
    (_, { status, reason }: { status: WatchStatus; reason?: ConnectError | undefined }) => ({
      connection: status,
      connectionError: reason,
    }),
  ),

  remember: ({ context }: Acted): void => {
    const reference = openIntent(context)
    if (reference === undefined) context.memory.clear()
    else context.memory.write(reference)
  },

  forget: ({ context }: Acted): void => context.memory.clear(),

  /** Cancels the intent that the user turns away from. */
  abandon: ({ context }: Acted): void => {
    const reference = resumableId(context)
    // If it fails, the intent expires by itself.
    if (reference) void (async () => context.transport.cancel(reference))().catch(() => {})
  },

  report: ({ context: { end, report, provider, intent } }: Acted): void => {
    if (end) report?.({ ...end, provider: provider?.id, intentId: intent?.id })
  },

  reportFailure: ({ context }: Acted, error: ConnectError): void => context.reportFailure?.(error),
}
