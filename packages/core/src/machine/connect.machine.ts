import { setup } from 'xstate'
import { actions } from './connect.actions.ts'
import { actors } from './connect.actors.ts'
import { guards } from './connect.guards.ts'
import {
  causeOf,
  endRefused,
  failStart,
  intentInput,
  recordError,
  showAnswer,
  shown,
  startInput,
  verbOf,
} from './connect.params.ts'
import type { ConnectContext, ConnectInput, FlowEvent } from './connect.types.ts'

/**
 * The flow of linking one account: pick a provider, sign in, pass the checkpoints, reach an outcome.
 *
 * The server decides; the machine shows the intent and sends the user's verbs. `opening`, `choosing`,
 * `signingIn` and `retrying` only decide where to go; every other state is something that the user sees.
 */
export const connectMachine = setup({
  types: {
    context: {} as ConnectContext,
    events: {} as FlowEvent,
    input: {} as ConnectInput,
  },
  actors,
  guards,
  actions,
}).createMachine({
  id: 'connect',
  context: ({ input }) => ({
    ...input,
    offered: [],
    provider: undefined,
    method: undefined,
    intent: undefined,
    account: undefined,
    reconnecting: undefined,
    startKey: undefined,
    lostStarts: [],
    clockOffset: 0,
    end: undefined,
    acting: undefined,
    error: undefined,
    connection: 'live',
    connectionError: undefined,
  }),
  initial: 'idle',
  on: {
    // A start that is pending is canceled too: what it links is removed.
    cancel: [
      { guard: 'hasIntentToResume', target: '.canceling' },
      { target: '.ended', actions: 'leave' },
    ],
    // Closing cancels nothing: when the flow is started again, it resumes the open intent.
    close: '.idle',
  },
  states: {
    idle: {
      on: { start: 'loadingProviders' },
    },
    loadingProviders: {
      entry: 'clearError',
      invoke: {
        src: 'listProviders',
        input: ({ context: { transport, accountId } }) => ({ transport, accountId }),
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
      entry: 'clearError',
      invoke: {
        src: 'fetchIntent',
        input: ({ context }) => intentInput(context),
        onDone: {
          target: 'atCheckpoint',
          actions: { type: 'show', params: ({ event }) => ({ intent: event.output, reason: 'resumed' }) },
        },
        onError: [
          { guard: { type: 'isFinal', params: causeOf }, target: 'ended', actions: endRefused },
          // The start never arrived. Its key is kept, so that it is canceled if it arrives late.
          { guard: { type: 'isLostStart', params: causeOf }, target: 'signingIn' },
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
        'connection.recover': { guard: 'hasRecoverable', actions: 'clearError' },
      },
    },
    starting: {
      // The tab remembers the start before it is sent, so that a reload meanwhile finds its intent.
      entry: ['clearError', 'openStart', 'remember'],
      invoke: {
        src: 'startIntent',
        input: ({ context, event }) => ({
          transport: context.transport,
          start: startInput(context, event),
          lostStarts: context.lostStarts,
        }),
        onDone: {
          target: 'atCheckpoint',
          actions: { type: 'show', params: ({ event }) => ({ intent: event.output, reason: 'answer' }) },
        },
        onError: [
          {
            guard: { type: 'isFinal', params: causeOf },
            target: 'ended',
            actions: [...failStart, endRefused],
          },
          {
            guard: { type: 'asksForMethod', params: causeOf },
            target: 'enteringCredentials',
            actions: [
              ...failStart,
              { type: 'chooseMethod', params: (args) => causeOf(args).method },
              ...recordError,
            ],
          },
          { guard: 'hasForm', target: 'enteringCredentials', actions: [...failStart, ...recordError] },
          { target: 'unavailable', actions: [...failStart, ...recordError] },
        ],
      },
    },
    canceling: {
      invoke: {
        src: 'actOnIntent',
        input: ({ context }) => ({ ...intentInput(context), verb: { type: 'cancel' } }),
        onDone: {
          target: 'atCheckpoint',
          actions: { type: 'show', params: ({ event }) => ({ intent: event.output, reason: 'user' }) },
        },
        // Leaving works offline too: the server lets the intent expire by itself.
        onError: { target: 'ended', actions: 'leave' },
      },
      on: { cancel: {} },
    },
    unavailable: {
      on: {
        retry: 'retrying',
        'connection.recover': { guard: 'hasRecoverable', target: 'retrying' },
        back: {
          guard: 'hasSeveralProviders',
          target: 'choosingProvider',
          actions: ['abandon', 'forget', 'startOver'],
        },
      },
    },
    retrying: {
      always: [
        { guard: 'hasIntentToResume', target: 'loadingProviders' },
        { guard: 'hasProvider', target: 'signingIn' },
        { target: 'loadingProviders' },
      ],
    },
    atCheckpoint: {
      entry: 'remember',
      always: { guard: 'hasEnded', target: 'ended' },
      invoke: { src: 'watchIntent', input: ({ context }) => intentInput(context) },
      on: {
        'intent.change': {
          guard: { type: 'isNewer', params: ({ event }) => event.intent },
          actions: { type: 'show', params: ({ context, event }) => shown(context, event.intent) },
        },
        'connection.change': { actions: { type: 'setConnection', params: ({ event }) => event } },
        'connection.fail': [
          // Resumed, the cancel would look like another tab's.
          { guard: 'isLeaving', target: 'ended', actions: 'leave' },
          {
            guard: { type: 'isGone', params: ({ event }) => event.error },
            target: 'ended',
            actions: {
              type: 'end',
              params: ({ event: { error } }) => ({
                outcome: { type: 'failed', error: { code: error.code }, retryable: true },
                reason: 'elsewhere',
              }),
            },
          },
          {
            target: 'unavailable',
            actions: [
              { type: 'fail', params: ({ event }) => event.error },
              { type: 'reportFailure', params: ({ event }) => event.error },
            ],
          },
        ],
        restart: { target: 'choosing', actions: ['abandon', 'forget', 'startOver', 'linkNew'] },
        // What is only shown can be left for another method: nothing was answered yet.
        'method.choose': {
          guard: { type: 'isOtherMethod', params: ({ event }) => event.methodId },
          target: 'signingIn',
          actions: [
            'abandon',
            'forget',
            'startOver',
            { type: 'chooseMethod', params: ({ event }) => event.methodId },
          ],
        },
      },
      initial: 'ready',
      states: {
        ready: {
          entry: 'rest',
          on: {
            'answer.submit': {
              guard: { type: 'isCurrent', params: ({ event }) => event.checkpointId },
              target: 'acting',
            },
            'code.resend': 'acting',
            'challenge.request': 'acting',
            cancel: 'acting',
            // The answer may have arrived although its response did not.
            'connection.recover': { guard: 'hasRecoverable', target: 'refreshing' },
          },
        },
        acting: {
          entry: { type: 'act', params: ({ event }) => verbOf(event).type },
          on: {
            'intent.change': {
              guard: { type: 'movesOn', params: ({ event }) => event.intent },
              target: 'ready',
              actions: { type: 'show', params: ({ context, event }) => shown(context, event.intent) },
            },
            // Leaving interrupts every other verb.
            cancel: [{ guard: 'isLeaving' }, { target: 'acting', reenter: true }],
          },
          invoke: {
            src: 'actOnIntent',
            input: ({ context, event }) => ({ ...intentInput(context), verb: verbOf(event) }),
            onDone: { target: 'ready', actions: showAnswer },
            onError: [
              { guard: { type: 'isOutdated', params: causeOf }, target: 'refreshing' },
              // Leaving works offline too: the server lets the intent expire by itself.
              { guard: 'isLeaving', target: '#connect.ended', actions: 'leave' },
              { target: 'ready', actions: recordError },
            ],
          },
        },
        refreshing: {
          on: { cancel: 'acting' },
          invoke: {
            src: 'fetchIntent',
            input: ({ context }) => intentInput(context),
            onDone: { target: 'ready', actions: showAnswer },
            onError: { target: 'ready', actions: recordError },
          },
        },
      },
    },
    ended: {
      entry: ['forget', 'report'],
      on: {
        cancel: {},
        close: { target: 'idle', actions: ['startOver', 'linkNew'] },
        // The user may have left before the providers were loaded.
        retry: [
          { guard: 'hasProvider', target: 'signingIn', actions: 'startOver' },
          { target: 'loadingProviders', actions: 'startOver' },
        ],
        restart: [
          { guard: 'hasProvider', target: 'choosing', actions: ['startOver', 'linkNew'] },
          { target: 'loadingProviders', actions: ['startOver', 'linkNew'] },
        ],
        reconnect: {
          guard: 'hasProvider',
          target: 'signingIn',
          actions: ['startOver', { type: 'reconnect', params: ({ event }) => event.account }],
        },
      },
    },
  },
})
