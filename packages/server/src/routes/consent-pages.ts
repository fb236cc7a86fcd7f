import { CONSENT_RETURN_CHANNEL, type ConsentReturnMessage } from '@connect-account/core/protocol'
import type { HostProduct } from '../http/host-product.ts'
import { plainPage } from '../http/plain-page.ts'
import type { RefusedReturn } from '../intents/settling/consent-callback.ts'

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

interface ConsentPage {
  readonly product: HostProduct
  /** Where the user came from. */
  readonly returnTo: string | undefined
}

const appOf = ({ name }: HostProduct) => name ?? 'the app'
const linkTo = ({ product, returnTo }: ConsentPage) =>
  returnTo ? { link: { href: returnTo, text: `Go back to ${appOf(product)}` } } : {}

/** A return that changes nothing: no script. */
export function refusedPage(refusal: RefusedReturn['refusal'], page: ConsentPage): Promise<Response> {
  const app = appOf(page.product)
  const texts: Readonly<Record<RefusedReturn['refusal'], string>> = {
    forged: 'This address does not belong to a sign-in of ours. Nothing was changed.',
    expired: `This sign-in took too long and has expired. Go back to ${app} and start again.`,
    used: `This sign-in has already come back. Go back to ${app} to see the result.`,
  }
  return plainPage({
    heading: 'This did not work',
    text: texts[refusal],
    status: 400,
    product: page.product,
    ...linkTo(page),
  })
}

/** The end of a popup, or of a redirect without a `returnTo`. */
export function returnedPage(message: ConsentReturnMessage, page: ConsentPage): Promise<Response> {
  const app = appOf(page.product)
  return plainPage({
    title: 'You can go back',
    heading: `You can go back to ${app}`,
    text: page.returnTo ? 'This window closes by itself.' : 'You can close this page.',
    status: 200,
    product: page.product,
    script: { text: reportReturn, message },
    ...linkTo(page),
  })
}
