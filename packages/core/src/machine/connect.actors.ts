import { fromCallback, fromPromise } from 'xstate'
import { asConnectError } from '../errors/connect-error.ts'
import type { ConnectTransport, Intent, KnownAccount, Provider, StartInput } from '../protocol/index.ts'
import { startReference } from '../protocol/start-reference.ts'
import type { FlowEvent, IntentVerb } from './connect.types.ts'

/** The providers, and what is known of the account to reconnect. */
export interface Offer {
  readonly listed: readonly Provider[]
  readonly account: KnownAccount | undefined
}

export interface IntentInput {
  readonly transport: ConnectTransport
  readonly intentId: string
}

export interface StartCallInput {
  readonly transport: ConnectTransport
  readonly start: StartInput
  /** The keys of earlier starts to cancel first, because their responses were lost. */
  readonly lostStarts: readonly string[]
}

/**
 * The transport's calls. They are asynchronous, so that an error that a transport throws synchronously
 * becomes a rejection.
 */
export const actors = {
  listProviders: fromPromise<Offer, { transport: ConnectTransport; accountId: string | undefined }>(
    async ({ input: { transport, accountId }, signal }) => {
      const [listed, account] = await Promise.all([
        transport.listProviders(signal),
        // Without it nothing is named and filled in. If the account is gone, the start says so.
        accountId === undefined
          ? undefined
          : transport.getAccount?.(accountId, signal).catch(() => undefined),
      ])
      return { listed, account }
    },
  ),

  startIntent: fromPromise<Intent, StartCallInput>(
    async ({ input: { transport, start, lostStarts }, signal }) => {
      for (const key of lostStarts) {
        const lost = await transport.cancel(startReference(key), signal)
        // It has linked after all: a second start would find a duplicate.
        if (lost.step.type === 'linked' || lost.step.type === 'relinked') return lost
      }
      return transport.startIntent(start, signal)
    },
  ),

  fetchIntent: fromPromise<Intent, IntentInput>(async ({ input: { transport, intentId }, signal }) =>
    transport.getIntent(intentId, signal),
  ),

  /** Sends the user's verb for the open intent. */
  actOnIntent: fromPromise<Intent, IntentInput & { verb: IntentVerb }>(
    async ({ input: { transport, intentId, verb }, signal }) => {
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
  ),

  /** Reports each change of the open intent. */
  watchIntent: fromCallback<FlowEvent, IntentInput>(({ input: { transport, intentId }, sendBack }) => {
    try {
      return transport.watch(intentId, {
        onIntent: (intent) => sendBack({ type: 'intent.change', intent }),
        onStatus: (status, reason) => sendBack({ type: 'connection.change', status, reason }),
        onError: (error) => sendBack({ type: 'connection.fail', error }),
      })
    } catch (error) {
      return sendBack({ type: 'connection.fail', error: asConnectError(error) })
    }
  }),
}
