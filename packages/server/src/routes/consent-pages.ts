import { CONSENT_RETURN_CHANNEL, type ConsentReturnMessage } from '@connect-account/core/protocol'
import type { RefusedReturn } from '../intents/settling/consent-callback.ts'
import { type PageReader, plainPage, wordsFor } from '../plain-pages/plain-page.ts'

/** The pages that a browser can land on after the provider's consent page. */

/** How long the popup waits for the app to take the return, in milliseconds. */
const ANSWER_MS = 1_000

/**
 * Hands the return to the page that opened this window, over a channel of this origin, and closes the window.
 * If nobody answers, because the app is on another origin, was closed, or this is its own tab, the window goes
 * on to the app itself.
 */
const reportReturn = `
const message = JSON.parse(document.documentElement.dataset.message)
const back = document.querySelector('a')
const goOn = () => { if (back) location.replace(back.href) }
const waiting = setTimeout(goOn, ${ANSWER_MS})
const channel = new BroadcastChannel('${CONSENT_RETURN_CHANNEL}')
channel.onmessage = ({ data }) => {
  if (!data || data.receivedFor !== message.intentId) return
  clearTimeout(waiting)
  channel.close()
  window.close()
}
channel.postMessage(message)
`

interface ConsentReturnPage extends PageReader {
  /** Where the user came from. */
  readonly returnTo: string | undefined
  /** The provider, if the return is known to be of it. */
  readonly provider: string | undefined
}

/** What leads the user back to the app. */
function wayBack(page: ConsentReturnPage) {
  const { returnTo, product } = page
  return returnTo === undefined ? undefined : { href: returnTo, text: wordsFor(page).back(product.name) }
}

/** A return that changes nothing: no script. */
export function refusedPage(refusal: RefusedReturn['refusal'], page: ConsentReturnPage): Promise<Response> {
  const { heading, text } = wordsFor(page).consent[refusal]
  return plainPage(
    {
      heading,
      text: typeof text === 'string' ? text : text(page.product.name),
      status: 400,
      tone: 'warning',
      provider: page.provider,
      link: wayBack(page),
    },
    page,
  )
}

/** The end of a popup, or of a redirect without a `returnTo`. */
export function returnedPage(message: ConsentReturnMessage, page: ConsentReturnPage): Promise<Response> {
  const { heading, closes, stays } = wordsFor(page).consent.returned
  return plainPage(
    {
      heading: heading(page.product.name),
      text: page.returnTo === undefined ? stays : closes,
      status: 200,
      tone: 'neutral',
      provider: page.provider,
      link: wayBack(page),
      script: { text: reportReturn, message },
    },
    page,
  )
}
