import type { LinkOwner } from '@connect-account/core/protocol'
import type { WizardReturn } from '../hosted-links/leave-link.ts'
import type { HostProduct } from '../http/host-product.ts'
import { plainPage } from '../http/plain-page.ts'

/** The pages before and after Unipile's own wizard. */

/** What the browser that opens a wizard's link keeps: it proves later that the same browser came back. */
const KEY = 'connect-account:wizard'

/** Opens the wizard when the visitor continues: mail scanners and link previews press nothing. */
const openWizard = `
const { path } = JSON.parse(document.documentElement.dataset.message)
const says = document.querySelector('main p:last-of-type')
const link = document.querySelector('a')
let isBusy = false
link.addEventListener('click', async (event) => {
  event.preventDefault()
  if (isBusy) return
  isBusy = true
  try {
    const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)))
    const fresh = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const browser = localStorage.getItem('${KEY}') ?? fresh
    localStorage.setItem('${KEY}', browser)
    const response = await fetch(path, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ browser }),
    })
    if (response.ok) return location.assign((await response.json()).url)
    says.textContent = 'This link was opened in another browser, or does not work any more. Ask for a new one.'
  } catch {
    says.textContent = 'This did not work. Check your connection, and try again.'
  }
  isBusy = false
})
`

/** Confirms that this browser is the one that opened the link. Without it the page only waits. */
const confirmReturn = `
const { path } = JSON.parse(document.documentElement.dataset.message)
const browser = localStorage.getItem('${KEY}')
if (browser) fetch(path, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ browser }), keepalive: true,
})
`

/** Says whose account it becomes, and leads to the wizard. */
export function wizardLinkPage(
  token: string,
  owner: LinkOwner | undefined,
  product: HostProduct,
): Promise<Response> {
  const whose = owner
    ? `${owner.name}${owner.email ? ` (${owner.email})` : ''}`
    : 'the person who sent this link'
  const at = product.name ? ` at ${product.name}` : ''
  return plainPage({
    heading: 'Connect your account',
    text: `The account you sign in with will be connected to ${whose}${at}. Only continue if you know them.`,
    status: 200,
    product,
    link: { href: '#', text: 'Continue' },
    script: { text: openWizard, message: { path: `${token}/wizard` }, calls: true },
    needsSupport: true,
  })
}

/** Waits for the webhook: the page reloads at `refreshTo`. */
export function wizardWaitingPage(state: string, refreshTo: string, product: HostProduct): Promise<Response> {
  return plainPage({
    heading: 'One moment',
    text: 'Your account is being connected.',
    status: 200,
    product,
    refreshTo,
    script: { text: confirmReturn, message: { path: `${state}/return` }, calls: true },
  })
}

/** The end of Unipile's wizard, for a link without a `redirectUri`. */
export function wizardPage(returned: WizardReturn, product: HostProduct): Promise<Response> {
  if (returned.type === 'unknown') {
    return plainPage({
      heading: 'This did not work',
      text: 'This address does not belong to a link of ours. Nothing was changed.',
      status: 404,
      product,
    })
  }
  if (returned.type === 'pending' && !returned.isConfirmed) {
    return plainPage({
      heading: 'Your account was not connected',
      text: 'This is not the browser that opened the link. Ask for a new link, and open it here.',
      status: 200,
      product,
      needsSupport: true,
    })
  }
  if (returned.type === 'pending') {
    return plainPage({
      heading: 'Almost done',
      text: `Your account will appear in ${product.name ?? 'the app'} once it is confirmed. You can close this page.`,
      status: 200,
      product,
    })
  }
  const isLinked = returned.outcome === 'linked' || returned.outcome === 'relinked'
  return isLinked
    ? plainPage({
        heading: 'Your account is connected',
        text: `${product.name ? `It’s connected to ${product.name}. ` : ''}You can close this page.`,
        status: 200,
        product,
      })
    : plainPage({
        heading: 'Your account was not connected',
        text: 'You can close this page. Ask for a new link to try again.',
        status: 200,
        product,
        needsSupport: true,
      })
}
