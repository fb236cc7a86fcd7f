import { providerCatalogue } from '@connect-account/core/catalogue'
import { CONSENT_RETURN_CHANNEL, type ConsentReturnMessage, isOutcome } from '@connect-account/core/protocol'
import type { HostProduct } from '../http/host-product.ts'
import { plainPage } from '../http/plain-page.ts'
import type { RefusedReturn } from '../intents/settling/consent-callback.ts'
import type { IntentRecord } from '../store/intent-store.ts'

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

/** The end of a redirect without a `returnTo`. */
export function returnedPage(product: HostProduct): Promise<Response> {
  return plainPage({
    title: 'You can go back',
    heading: `You can go back to ${appOf(product)}`,
    text: 'You can close this page.',
    status: 200,
    product,
  })
}

/** The end of a popup. `returnTo` is for a window that cannot close itself. */
export function popupPage({ id }: IntentRecord, page: ConsentPage): Promise<Response> {
  return plainPage({
    heading: 'You can close this window',
    text: `${page.product.name ?? 'The app'} continues where you left it.`,
    status: 200,
    product: page.product,
    script: { text: reportReturn, message: { intentId: id } satisfies ConsentReturnMessage },
    ...linkTo(page),
  })
}

/**
 * The end of a popup whose intent had expired. It stays open, because the app may have told the user that the
 * sign-in took too long.
 */
export function latePopupPage({ provider, step }: IntentRecord, page: ConsentPage): Promise<Response> {
  const name = providerCatalogue.find(({ id }) => id === provider)?.name ?? 'Your account'
  const app = appOf(page.product)
  const isLinked = step.type === 'linked' || step.type === 'relinked'
  const notLinked = isOutcome(step)
    ? { heading: 'This took too long', text: `Nothing was connected. Go back to ${app} and start again.` }
    : { heading: 'Almost done', text: `${name} appears in ${app} as soon as it is confirmed.` }
  return plainPage({
    ...(isLinked
      ? { heading: `${name} is connected`, text: `You can close this window and go back to ${app}.` }
      : notLinked),
    status: 200,
    product: page.product,
    ...linkTo(page),
  })
}
