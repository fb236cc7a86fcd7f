import { CONSENT_RETURN_CHANNEL, type ConsentReturnMessage } from '@connect-account/core/protocol'
import { plainPage } from '../http/plain-page.ts'
import type { CallbackRefusal } from '../intents/settling/consent-callback.ts'

/** The pages that a browser can land on after the provider's consent page. */

/**
 * Notifies the tab that opened this window, over a channel that survives a severed opener (COOP), and closes
 * the window. If the popup was blocked this is the app's own tab, which cannot be closed: it goes back.
 */
const reportReturn = `
const channel = new BroadcastChannel('${CONSENT_RETURN_CHANNEL}')
channel.postMessage(JSON.parse(document.documentElement.dataset.message))
channel.close()
window.close()
const back = document.querySelector('a')
if (!window.closed && back) location.replace(back.href)
`

const refusals: Readonly<Record<CallbackRefusal, string>> = {
  forged: 'This address does not belong to a sign-in of ours. Nothing was changed.',
  expired:
    'This sign-in took too long and has expired. Nothing was changed. Go back to the app and start again.',
  used: 'This sign-in has already come back. Nothing was changed. Go back to the app to see the result.',
}

/** A callback that is refused: no script, no link. */
export function refusedPage(refusal: CallbackRefusal): Promise<Response> {
  return plainPage({ heading: 'This did not work', text: refusals[refusal], status: 400 })
}

/** The end of a redirect without a `returnTo`. */
export function returnedPage(): Promise<Response> {
  return plainPage({
    title: 'You can go back',
    heading: 'You can go back to the app',
    text: 'You can close this page.',
    status: 200,
  })
}

/** The end of a popup. `returnTo` is for a window that cannot close itself. */
export function popupPage(intentId: string, returnTo: string | undefined): Promise<Response> {
  return plainPage({
    heading: 'You can close this window',
    text: 'The app continues where you left it.',
    status: 200,
    script: { text: reportReturn, message: { intentId } satisfies ConsentReturnMessage },
    ...(returnTo ? { link: { href: returnTo, text: 'Go back to the app' } } : {}),
  })
}
