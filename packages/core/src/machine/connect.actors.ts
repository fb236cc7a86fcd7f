import { fromCallback, fromPromise } from 'xstate'
import { asConnectError } from '../errors/connect-error.ts'
import type { ConnectTransport, Intent, Provider, StartInput } from '../protocol/index.ts'
import type { FlowEvent, IntentVerb } from './connect.types.ts'

export interface IntentInput {
  readonly transport: ConnectTransport
  readonly intentId: string
}

/**
 * xstate's `fromPromise` for a call of the transport. An aborted call never settles: a caller that stops an actor and starts
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

/** Sends the user's verb for the open intent. */
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

/** Reports each change of the open intent. */
export const watchIntent = fromCallback<FlowEvent, IntentInput>(
  ({ input: { transport, intentId }, sendBack }) => {
    try {
      return transport.watch(intentId, {
        onIntent: (intent) => sendBack({ type: 'intent.change', intent }),
        onStatus: (status) => sendBack({ type: 'connection.change', status }),
        onError: (error) => sendBack({ type: 'connection.fail', error }),
      })
    } catch (error) {
      return sendBack({ type: 'connection.fail', error: asConnectError(error) })
    }
  },
)
