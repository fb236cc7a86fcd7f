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
 * Opens the consent page in a window of its own, which works in a click only; answers a function that closes it, or nothing
 * when the browser blocked it.
 *
 * The window is never asked how it went: a provider's page may cut the tie (Cross-Origin-Opener-Policy), and then it looks
 * closed while it is open. The result is the server's; a word on the channel only makes this side ask at once.
 */
export function openConsentWindow({ url, intentId, transport, onIntent }: ConsentInput) {
  const popup = window.open('', CONSENT_RETURN_CHANNEL, FEATURES)
  if (!popup) return undefined
  // The provider's page must not be able to send this one elsewhere.
  popup.opener = null
  popup.location.replace(url)
  popup.focus()

  const stopped = new AbortController()
  const channel = openChannel()
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isConsentReturnOf(intentId, data)) return
    transport.getIntent(intentId, stopped.signal).then(onIntent, () => {
      // The watch brings it.
    })
  })

  return () => {
    stopped.abort()
    channel?.close()
    popup.close()
  }
}

/** Without a channel, as in a frame without an origin, the watch brings the result. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CONSENT_RETURN_CHANNEL)
  } catch {
    return undefined
  }
}
