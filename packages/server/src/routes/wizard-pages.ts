import type { LinkOwner } from '@connect-account/core/protocol'
import { html } from 'hono/html'
import type { WizardReturn } from '../hosted-links/leave-link.ts'
import { type PageReader, plainPage, wordsFor } from '../plain-pages/plain-page.ts'

/** The pages before and after Unipile's own wizard. */

/** What the browser that opens a wizard's link keeps: it proves later that the same browser came back. */
const KEY = 'connect-account:wizard'

/** Opens the wizard when the visitor continues: mail scanners and link previews press nothing. */
const openWizard = `
const { path, notOpened, offline } = JSON.parse(document.documentElement.dataset.message)
const says = document.querySelector('[role=status]')
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
    says.textContent = notOpened
  } catch {
    says.textContent = offline
  }
  isBusy = false
})
`

/**
 * Confirms that this browser is the one that opened the link, and that came back. Without it the page only
 * waits. The page loads itself again, and its tab keeps the token.
 */
const confirmReturn = `
const message = JSON.parse(document.documentElement.dataset.message)
const { path } = message
if (message.token) sessionStorage.setItem(path, message.token)
const browser = localStorage.getItem('${KEY}')
const token = sessionStorage.getItem(path)
if (browser && token) fetch(path, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ browser, token }),
  keepalive: true,
})
`

/** Says whose account it becomes, and leads to the wizard. */
export function wizardLinkPage(
  token: string,
  owner: LinkOwner | undefined,
  reader: PageReader,
): Promise<Response> {
  const { heading, before, at, after, sender, question, notOpened, offline } = wordsFor(reader).wizard.connect
  const { name } = reader.product
  // Each name in isolation: letters of another direction in one must not reorder the sentence.
  const email = owner?.email ? html` (<bdi>${owner.email}</bdi>)` : ''
  const whose = owner ? html`<strong><bdi>${owner.name}</bdi>${email}</strong>` : sender
  return plainPage(
    {
      heading,
      text: html`${before}${whose}${name ? html`${at}<bdi>${name}</bdi>` : ''}${after}`,
      more: question,
      status: 200,
      tone: 'neutral',
      link: { href: '#', text: wordsFor(reader).continue },
      script: { text: openWizard, message: { path: `${token}/wizard`, notOpened, offline }, calls: true },
      needsSupport: true,
    },
    reader,
  )
}

/** Waits for the webhook: the page reloads at `refreshTo`. */
export function wizardWaitingPage(
  { state, token }: { readonly state: string; readonly token: string | undefined },
  refreshTo: string,
  reader: PageReader,
): Promise<Response> {
  return plainPage(
    {
      ...wordsFor(reader).wizard.waiting,
      status: 200,
      tone: 'neutral',
      refreshTo,
      script: {
        text: confirmReturn,
        message: { path: `${state}/return`, ...(token && { token }) },
        calls: true,
      },
    },
    reader,
  )
}

/** The end of Unipile's wizard, for a link without a `redirectUri`. */
export function wizardPage(returned: WizardReturn, reader: PageReader): Promise<Response> {
  const { unknown, unconfirmed, pending, linked, notLinked } = wordsFor(reader).wizard
  const { name } = reader.product
  if (returned.type === 'unknown') return plainPage({ ...unknown, status: 404, tone: 'warning' }, reader)
  if (returned.type === 'pending') {
    return returned.isConfirmed
      ? plainPage({ ...pending, text: pending.text(name), status: 200, tone: 'neutral' }, reader)
      : plainPage({ ...unconfirmed, status: 200, tone: 'warning', needsSupport: true }, reader)
  }
  const isLinked = returned.outcome === 'linked' || returned.outcome === 'relinked'
  const { provider } = returned
  return isLinked
    ? plainPage({ ...linked, text: linked.text(name), status: 200, tone: 'success', provider }, reader)
    : plainPage({ ...notLinked, status: 200, tone: 'warning', needsSupport: true }, reader)
}
