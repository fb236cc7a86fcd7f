import type { ConnectTransport, Intent } from '@connect-account/core'
import { CONSENT_RETURN_CHANNEL, isConsentReturnOf } from '@connect-account/core/internal'

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
 * and then an open window looks closed. The result comes from the server; a message on the channel only
 * triggers a fetch at once.
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
    if (!isConsentReturnOf(intentId, data)) return
    transport.getIntent(intentId, stopped.signal).then(onIntent, () => {
      // The watch reports the result.
    })
  })

  return () => {
    stopped.abort()
    channel?.close()
    popup.close()
  }
}

/** Without a channel, as in a frame without an origin, the watch reports the result. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CONSENT_RETURN_CHANNEL)
  } catch {
    return undefined
  }
}
