import { assign, raise } from 'xstate'
import type { ConnectError } from '../errors/index.ts'
import type { CheckpointType, Intent, Method, Outcome, Provider, StartInput } from '../protocol/index.ts'
import { isOutcome } from '../protocol/is-outcome.ts'
import {
  actOnIntent,
  fetchIntent,
  listProviders,
  startIntent,
  toConnectError,
  watchIntent,
} from './connect.actors.ts'
import {
  asks,
  asksForMethod,
  hasEnded,
  isCurrent,
  isGone,
  isNewer,
  isOutdated,
  movesOn,
} from './connect.guards.ts'
import type { ConnectContext, ConnectEvent, ConnectInput, IntentVerb } from './connect.types.ts'
import { setup } from './setup.ts'

const causeOf = ({ event }: { event: { error: unknown } }) => toConnectError(event.error)
const recordError = [
  { type: 'fail', params: causeOf },
  { type: 'reportFailure', params: causeOf },
] as const
const announceAnswer = {
  type: 'announce',
  params: ({ event }: { event: { output: Intent } }) => event.output,
} as const
const showAnswer = {
  type: 'show',
  params: ({ event }: { event: { output: Intent } }) => event.output,
} as const

const leave = { type: 'end', params: { type: 'cancelled' } } as const

/** What the user sees for each checkpoint. */
const screens = Object.entries({
  enteringCode: ['otp', 'two_factor'],
  enteringCodeOrApproving: ['otp_or_in_app'],
  approving: ['in_app'],
  scanning: ['qr'],
  solvingCaptcha: ['captcha'],
  enteringPhone: ['phone'],
  choosingOption: ['contract', 'challenge'],
  waiting: ['loading'],
  consenting: ['oauth'],
  unsupported: ['unsupported'],
} as const satisfies Record<string, CheckpointType[]>)

/**
 * The flow of linking one account: pick a provider, sign in, pass the checkpoints that the server poses, reach an end.
 *
 * The server owns the truth; the machine shows its intent and sends the user's verbs. Each state is what the user sees.
 * While `atCheckpoint`, `screen` follows the server and `activity` follows the user's last verb, side by side.
 */
export const connectMachine = setup({
  types: {
    context: {} as ConnectContext,
    events: {} as ConnectEvent,
    input: {} as ConnectInput,
    tags: {} as 'pending' | 'terminal',
  },
  actors: { listProviders, startIntent, fetchIntent, actOnIntent, watchIntent },
  guards: {
    hasIntentToResume: ({ context }) => resumableId(context) !== undefined,
    hasOneProvider: ({ context }) => context.offered.length === 1,
    hasSeveralProviders: ({ context }) => context.offered.length > 1,
    hasProvider: ({ context }) => context.provider !== undefined,
    hasForm: ({ context }) => hasForm(context.method),
    hasEnded,
    isOffered: ({ context }, id: string) => context.offered.some((provider) => provider.id === id),
    isGone,
    isLeaving: ({ context }) => context.acting === 'cancel',
    isOutdated,
    asksForMethod,
    isNewer,
    movesOn,
    isCurrent,
    asks,
  },
  actions: {
    offer: assign({ offered: ({ context }, providers: Provider[]) => inOrder(providers, context.providers) }),
    choose: assign(({ context }, choice: { providerId?: string; methodId?: string | undefined }) => {
      const provider = context.offered.find(({ id }) => id === choice.providerId) ?? context.offered[0]
      const method = provider?.methods.find(({ id }) => id === choice.methodId) ?? provider?.methods[0]
      return { provider, method, error: undefined }
    }),
    chooseMethod: assign({
      method: ({ context }, methodId: string | undefined) =>
        context.provider?.methods.find(({ id }) => id === methodId) ?? context.method,
      error: undefined,
    }),
    show: assign(({ context }, intent: Intent) => {
      const provider = context.offered.find(({ id }) => id === intent.provider)
      return {
        intent,
        provider,
        method: provider?.methods.find(({ id }) => id === intent.method),
        clockOffset: context.now() - Date.parse(intent.serverTime),
        outcome: isOutcome(intent.step) ? intent.step : undefined,
        error: undefined,
      }
    }),
    end: assign({ outcome: (_, outcome: Outcome) => outcome }),
    startOver: assign({ intent: undefined, outcome: undefined, error: undefined, intentId: undefined }),
    linkAnew: assign({ reconnectId: undefined }),
    reconnect: assign({ reconnectId: (_, accountId: string) => accountId }),
    fail: assign({ error: (_, error: ConnectError) => error }),
    reportFailure: ({ context }, error: ConnectError) => context.reportFailure?.(error),
    clearError: assign({ error: undefined }),
    act: assign({ acting: (_, verb: IntentVerb) => verb.type, error: undefined }),
    rest: assign({ acting: undefined }),
    setConnection: assign({ connection: (_, status: ConnectContext['connection']) => status }),
    remember: ({ context }) => {
      if (context.intent) context.memory.write(context.intent.id)
    },
    forget: ({ context }) => context.memory.clear(),
    report: ({ context }) =>
      context.report?.({
        outcome: context.outcome ?? { type: 'cancelled' },
        provider: context.provider?.id,
        intentId: context.intent?.id,
      }),
    announce: raise((_, intent: Intent) => ({ type: 'intent.changed' as const, intent })),
  },
}).createMachine({
  id: 'connect',
  context: ({ input }) => ({
    ...input,
    offered: [],
    provider: undefined,
    method: undefined,
    intent: undefined,
    reconnectId: undefined,
    clockOffset: 0,
    outcome: undefined,
    acting: undefined,
    error: undefined,
    connection: 'live',
  }),
  initial: 'loadingProviders',
  on: {
    cancel: { target: '.ended', actions: leave },
  },
  states: {
    loadingProviders: {
      tags: 'pending',
      entry: 'clearError',
      invoke: {
        src: 'listProviders',
        input: ({ context }) => ({ transport: context.transport }),
        onDone: {
          target: 'opening',
          actions: { type: 'offer', params: ({ event }) => event.output },
        },
        onError: { target: 'unavailable', actions: recordError },
      },
    },
    opening: {
      always: [{ guard: 'hasIntentToResume', target: 'resuming' }, { target: 'choosing' }],
    },
    resuming: {
      tags: 'pending',
      entry: 'clearError',
      invoke: {
        src: 'fetchIntent',
        input: ({ context }) => intentOf(context),
        onDone: { target: 'atCheckpoint', actions: showAnswer },
        onError: [
          {
            guard: { type: 'isGone', params: causeOf },
            target: 'choosing',
            actions: ['forget', 'startOver'],
          },
          { target: 'unavailable', actions: recordError },
        ],
      },
    },
    choosing: {
      always: [
        { guard: 'hasOneProvider', target: 'signingIn', actions: { type: 'choose', params: {} } },
        { target: 'choosingProvider' },
      ],
    },
    choosingProvider: {
      on: {
        'provider.choose': {
          guard: { type: 'isOffered', params: ({ event }) => event.providerId },
          target: 'signingIn',
          actions: { type: 'choose', params: ({ event }) => event },
        },
      },
    },
    signingIn: {
      always: [{ guard: 'hasForm', target: 'enteringCredentials' }, { target: 'starting' }],
    },
    enteringCredentials: {
      on: {
        'credentials.submit': 'starting',
        'method.choose': {
          target: 'signingIn',
          actions: { type: 'chooseMethod', params: ({ event }) => event.methodId },
        },
        back: { guard: 'hasSeveralProviders', target: 'choosingProvider', actions: 'clearError' },
      },
    },
    starting: {
      tags: 'pending',
      entry: 'clearError',
      invoke: {
        src: 'startIntent',
        input: ({ context, event }) => ({ transport: context.transport, start: startInput(context, event) }),
        onDone: { target: 'atCheckpoint', actions: showAnswer },
        onError: [
          {
            guard: { type: 'asksForMethod', params: causeOf },
            target: 'enteringCredentials',
            actions: [{ type: 'chooseMethod', params: (args) => causeOf(args).method }, ...recordError],
          },
          {
            guard: 'hasForm',
            target: 'enteringCredentials',
            actions: recordError,
          },
          { target: 'unavailable', actions: recordError },
        ],
      },
    },
    unavailable: {
      on: {
        retry: [
          { guard: 'hasIntentToResume', target: 'loadingProviders' },
          { guard: 'hasProvider', target: 'signingIn' },
          { target: 'loadingProviders' },
        ],
        back: { guard: 'hasSeveralProviders', target: 'choosingProvider', actions: ['forget', 'startOver'] },
      },
    },
    atCheckpoint: {
      entry: 'remember',
      always: { guard: 'hasEnded', target: 'ended' },
      invoke: {
        src: 'watchIntent',
        input: ({ context, self }) => ({ ...intentOf(context), send: self.send }),
      },
      on: {
        'connection.changed': { actions: { type: 'setConnection', params: ({ event }) => event.status } },
        'connection.lost': [
          {
            guard: { type: 'isGone', params: ({ event }) => event.error },
            target: 'ended',
            actions: { type: 'end', params: ({ event }) => failure(event.error) },
          },
          {
            target: 'unavailable',
            actions: [
              { type: 'fail', params: ({ event }) => event.error },
              { type: 'reportFailure', params: ({ event }) => event.error },
            ],
          },
        ],
        restart: { target: 'choosing', actions: ['forget', 'startOver', 'linkAnew'] },
      },
      type: 'parallel',
      states: {
        screen: {
          initial: 'routing',
          on: {
            'intent.changed': {
              guard: { type: 'isNewer', params: ({ event }) => event.intent },
              target: '.routing',
              actions: { type: 'show', params: ({ event }) => event.intent },
            },
          },
          states: {
            routing: {
              always: screens.map(([target, params]) => ({
                guard: { type: 'asks', params } as const,
                target,
              })),
            },
            enteringCode: {},
            enteringCodeOrApproving: {},
            approving: {},
            scanning: {},
            solvingCaptcha: {},
            enteringPhone: {},
            choosingOption: {},
            waiting: {},
            consenting: {},
            unsupported: {},
          },
        },
        activity: {
          initial: 'idle',
          states: {
            idle: {
              entry: 'rest',
              on: {
                'answer.submit': {
                  guard: { type: 'isCurrent', params: ({ event }) => event.checkpointId },
                  target: 'acting',
                },
                'code.resend': 'acting',
                'challenge.request': 'acting',
                cancel: 'acting',
              },
            },
            acting: {
              tags: 'pending',
              entry: { type: 'act', params: ({ event }) => asVerb(event) },
              on: {
                'intent.changed': {
                  guard: { type: 'movesOn', params: ({ event }) => event.intent },
                  target: 'idle',
                },
                // Leaving interrupts whatever is on its way, but for a leave that is on its way itself.
                cancel: [{ guard: 'isLeaving' }, { target: 'acting', reenter: true }],
              },
              invoke: {
                src: 'actOnIntent',
                input: ({ context, event }) => ({ ...intentOf(context), verb: asVerb(event) }),
                onDone: { target: 'idle', actions: announceAnswer },
                onError: [
                  { guard: { type: 'isOutdated', params: causeOf }, target: 'refreshing' },
                  // Leaving works offline too: the server lets the intent expire by itself.
                  { guard: 'isLeaving', target: '#connect.ended', actions: leave },
                  { target: 'idle', actions: recordError },
                ],
              },
            },
            refreshing: {
              tags: 'pending',
              on: { cancel: 'acting' },
              invoke: {
                src: 'fetchIntent',
                input: ({ context }) => intentOf(context),
                onDone: { target: 'idle', actions: announceAnswer },
                onError: { target: 'idle', actions: recordError },
              },
            },
          },
        },
      },
    },
    ended: {
      tags: 'terminal',
      entry: ['forget', 'report'],
      on: {
        cancel: {},
        // Who left before a choice may have left before there was anything to choose from.
        retry: [
          { guard: 'hasProvider', target: 'signingIn', actions: 'startOver' },
          { target: 'loadingProviders', actions: 'startOver' },
        ],
        restart: [
          { guard: 'hasProvider', target: 'choosing', actions: ['startOver', 'linkAnew'] },
          { target: 'loadingProviders', actions: ['startOver', 'linkAnew'] },
        ],
        reconnect: {
          guard: 'hasProvider',
          target: 'signingIn',
          actions: ['startOver', { type: 'reconnect', params: ({ event }) => event.accountId }],
        },
      },
    },
  },
})

/** Whether there is anything to ask before a start by this method. */
export function hasForm(method: Method | undefined): boolean {
  if (!method || method.kind === 'consent') return false
  return !!method.userProxy || (method.kind === 'form' && method.fields.length > 0)
}

/** The intent that this flow was in, was told to resume, or remembers from before a reload. */
function resumableId(context: ConnectContext): string | undefined {
  return context.intent?.id ?? context.intentId ?? context.memory.read()
}

function intentOf(context: ConnectContext) {
  return { transport: context.transport, intentId: resumableId(context) ?? '' }
}

/** `acting` is entered by these events only. */
function asVerb(event: { type: string }): IntentVerb {
  return event as IntentVerb
}

function inOrder(providers: readonly Provider[], wanted: readonly string[] | undefined): Provider[] {
  if (!wanted) return [...providers]
  return wanted.flatMap((id) => providers.find((provider) => provider.id === id) ?? [])
}

function startInput(context: ConnectContext, event: ConnectEvent | { type: string }): StartInput {
  const { credentials, proxy } = 'credentials' in event ? event : {}
  const accountId = context.reconnectId ?? context.accountId
  return {
    provider: context.provider?.id ?? '',
    method: context.method?.id ?? '',
    idempotencyKey: context.createId(),
    ...(credentials && { credentials }),
    ...(proxy && { proxy }),
    ...(accountId !== undefined && { accountId }),
    ...(context.method?.kind === 'consent' && context.describeReturn?.()),
  }
}

function failure(error: ConnectError): Outcome {
  return { type: 'failed', error: { code: error.code }, retryable: true }
}
