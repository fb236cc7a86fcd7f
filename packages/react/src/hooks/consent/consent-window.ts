import { ConnectError, type ConnectTransport, type Intent } from '@connect-account/core'
import {
  CONSENT_RETURN_CHANNEL,
  type ConsentReceivedMessage,
  isOutage,
  readConsentReturn,
} from '@connect-account/core/internal'
import { confirmReturn } from './confirm-return.ts'

/** The pause before the token is sent again, in milliseconds. */
const RETRY_MS = 2_000
const FEATURES = 'popup,width=520,height=680'

export interface ConsentInput {
  readonly url: string
  readonly intentId: string
  readonly transport: ConnectTransport
  readonly onIntent: (intent: Intent) => void
}

/**
 * Opens the consent page in a popup, which browsers allow only in a click. Returns a function that closes it,
 * or `undefined` if the browser blocked it.
 *
 * The window's state is not used: a provider's page may sever the connection (Cross-Origin-Opener-Policy),
 * and then an open window looks closed. The window reports its return on the channel, and waits for an answer:
 * without one it goes on to the app itself.
 */
export function openConsentWindow({ url, intentId, transport, onIntent }: ConsentInput) {
  const popup = window.open('', CONSENT_RETURN_CHANNEL, FEATURES)
  if (!popup) return undefined
  // The provider's page must not be able to navigate this one.
  popup.opener = null
  popup.location.replace(url)
  popup.focus()

  const stopped = new AbortController()
  const channel = openChannel()
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const returned = readConsentReturn(intentId, data)
    if (!returned) return
    channel.postMessage({ receivedFor: intentId } satisfies ConsentReceivedMessage)
    takeReturn(returned.token).then(onIntent, () => {
      // The watch reports the result.
    })
  })

  /** The window is gone: as long as the backend cannot be reached, the token is sent again. */
  async function takeReturn(token: string | undefined): Promise<Intent> {
    const { signal } = stopped
    if (token === undefined) return transport.getIntent(intentId, signal)
    for (;;) {
      try {
        return await confirmReturn(transport, intentId, token, signal)
      } catch (error) {
        if (signal.aborted || !(error instanceof ConnectError && isOutage(error))) throw error
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
  }

  return () => {
    stopped.abort()
    channel?.close()
    popup.close()
  }
}

/** Without a channel, as in a frame without an origin, the window goes on to the app. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CONSENT_RETURN_CHANNEL)
  } catch {
    return undefined
  }
}
