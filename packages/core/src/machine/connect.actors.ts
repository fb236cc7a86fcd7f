import { fromPromise } from 'xstate'
import { ConnectError } from '../errors/connect-error.ts'
import type { ConnectTransport, Intent, Provider, StartInput } from '../protocol/index.ts'
import type { ConnectEvent, IntentVerb } from './connect.types.ts'

export interface IntentInput {
  readonly transport: ConnectTransport
  readonly intentId: string
}

export interface WatchInput extends IntentInput {
  readonly send: (event: ConnectEvent) => void
}

/**
 * xstate's `fromPromise` for a call of the transport. A call that was aborted never settles: a caller that stops an actor and starts
 * it again (`useActorRef` does, in React's StrictMode and `<Activity>`) gives it a second run, and xstate takes the first
 * run's `AbortError` for the result of the second.
 */
function fromCall<T, I extends object>(call: (input: I, signal: AbortSignal) => Promise<T>) {
  return fromPromise<T, I>(
    ({ input, signal }) =>
      new Promise((resolve, reject) => {
        const unlessAborted =
          <V>(settle: (value: V) => void) =>
          (value: V) => {
            if (!signal.aborted) settle(value)
          }
        call(input, signal).then(unlessAborted(resolve), unlessAborted(reject))
      }),
  )
}

export const listProviders = fromCall<Provider[], { transport: ConnectTransport }>(({ transport }, signal) =>
  transport.listProviders(signal),
)

export const startIntent = fromCall<Intent, { transport: ConnectTransport; start: StartInput }>(
  ({ transport, start }, signal) => transport.startIntent(start, signal),
)

export const fetchIntent = fromCall<Intent, IntentInput>(({ transport, intentId }, signal) =>
  transport.getIntent(intentId, signal),
)

/** Does what the user asked of the open intent. */
export const actOnIntent = fromCall<Intent, IntentInput & { verb: IntentVerb }>(
  ({ transport, intentId, verb }, signal) => {
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
      const report = (event: ConnectEvent) => {
        if (!signal.aborted) send(event)
      }
      try {
        const stop = transport.watch(intentId, {
          onIntent: (intent) => report({ type: 'intent.changed', intent }),
          onStatus: (status) => report({ type: 'connection.changed', status }),
          onError: (error) => report({ type: 'connection.lost', error }),
        })
        signal.addEventListener('abort', stop)
      } catch (error) {
        report({ type: 'connection.lost', error: toConnectError(error) })
      }
    }),
)

/** A transport rejects with `ConnectError` only; anything else is a bug in it and is reported as such. */
export function toConnectError(error: unknown): ConnectError {
  return error instanceof ConnectError ? error : new ConnectError('internal_error', { cause: error })
}
