import { fromPromise } from 'xstate'
import { ConnectError } from '../errors/index.ts'
import type { ConnectTransport, Intent, Provider, StartInput } from '../protocol/index.ts'
import type { ConnectEvent, IntentVerb } from './connect.types.ts'

export interface IntentInput {
  readonly transport: ConnectTransport
  readonly intentId: string
}

export interface WatchInput extends IntentInput {
  readonly send: (event: ConnectEvent) => void
}

export const listProviders = fromPromise<Provider[], { transport: ConnectTransport }>(({ input, signal }) =>
  input.transport.listProviders(signal),
)

export const startIntent = fromPromise<Intent, { transport: ConnectTransport; start: StartInput }>(
  ({ input, signal }) => input.transport.startIntent(input.start, signal),
)

export const fetchIntent = fromPromise<Intent, IntentInput>(({ input, signal }) =>
  input.transport.getIntent(input.intentId, signal),
)

/** Does what the user asked of the open intent. */
export const actOnIntent = fromPromise<Intent, IntentInput & { verb: IntentVerb }>(
  ({ input: { transport, intentId, verb }, signal }) => {
    switch (verb.type) {
      case 'answer.submit':
        return transport.solve(intentId, { checkpoint: verb.checkpointId, answer: verb.answer }, signal)
      case 'code.resend':
        return transport.resend(intentId, signal)
      case 'challenge.request':
        return transport.challenge(intentId, verb.challenge, signal)
      case 'cancel':
        return transport.cancel(intentId, signal)
    }
  },
)

/**
 * Reports each change of the intent for as long as a checkpoint is shown: a promise that never settles, like every other call
 * here but for that, so that no second kind of actor is loaded.
 */
export const watchIntent = fromPromise<never, WatchInput>(
  ({ input: { transport, intentId, send }, signal }) =>
    new Promise(() => {
      const stop = transport.watch(intentId, {
        onIntent: (intent) => send({ type: 'intent.changed', intent }),
        onStatus: (status) => send({ type: 'connection.changed', status }),
        onError: (error) => send({ type: 'connection.lost', error }),
      })
      signal.addEventListener('abort', stop)
    }),
)

/** A transport rejects with `ConnectError` only; anything else is a bug in it and is reported as such. */
export function toConnectError(error: unknown): ConnectError {
  return error instanceof ConnectError ? error : new ConnectError('internal_error', { cause: error })
}
