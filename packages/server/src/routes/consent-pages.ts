import { createHash } from 'node:crypto'
import { CONSENT_RETURN_CHANNEL, type ConsentReturnMessage } from '@connect-account/core/protocol'
import type { CallbackRefusal } from '../intents/settling/consent-callback.ts'

/** The pages that a browser can land on after the provider's consent page. */

const style = `
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1rem/1.5 system-ui, sans-serif;
  color: #1f2328; background: #f6f7f9 }
main { max-width: 26rem; margin: 1.5rem; padding: 1.75rem; border-radius: .75rem; background: #fff;
  box-shadow: 0 1px 3px #0003 }
h1 { margin: 0 0 .5rem; font-size: 1.25rem }
p { margin: 0 }
a { display: inline-block; margin-top: 1rem; color: #0a58ca }
@media (prefers-color-scheme: dark) {
  body { color: #e6e8eb; background: #14161a }
  main { background: #1e2126 }
  a { color: #7ab1ff }
}
`

/**
 * Notifies the tab that opened this window, over a channel that survives a severed opener (COOP), and closes the window. If the
 * popup was blocked, this is the app's own tab, which cannot be closed: it goes back.
 */
const farewell = `
const channel = new BroadcastChannel('${CONSENT_RETURN_CHANNEL}')
channel.postMessage(JSON.parse(document.documentElement.dataset.message))
channel.close()
window.close()
const back = document.querySelector('a')
if (!window.closed && back) location.replace(back.href)
`

const refusals: Readonly<Record<CallbackRefusal, string>> = {
  forged: 'This address does not belong to a sign-in of ours. Nothing was changed.',
  expired: 'This sign-in took too long and is over. Nothing was changed; go back to the app and start again.',
  used: 'This sign-in has already come back once. Nothing was changed; go back to the app to see how it ended.',
}

/** A return that counts for nothing: no script, no link. */
export function refusedPage(refusal: CallbackRefusal): Response {
  const body = `<h1>This did not work</h1>\n<p>${refusals[refusal]}</p>`
  return page({ title: 'This did not work', body, status: 400 })
}

/** The end of a redirect that the host named no address for. */
export function returnedPage(): Response {
  return page({
    title: 'You can go back',
    body: '<h1>You can go back to the app</h1>\n<p>This page can be closed.</p>',
    status: 200,
  })
}

/** The end of a popup. `returnTo` is for a window that cannot close itself. */
export function popupPage(intentId: string, returnTo: string | undefined): Response {
  const link = returnTo ? `\n<a href="${escapeHtml(returnTo)}">Go back to the app</a>` : ''
  return page({
    title: 'You can close this window',
    body: `<h1>You can close this window</h1>\n<p>The app goes on where you left it.</p>${link}`,
    status: 200,
    intentId,
  })
}

export interface Page {
  readonly title: string
  readonly body: string
  readonly status: number
  /** With it, the page says farewell. */
  readonly intentId?: string
  /** Where the page goes by itself after two seconds. */
  readonly refreshTo?: string
}

/** A page of ours without a design of the host's: a title, a few words. `body` is HTML. */
export function page({ title, body, status, intentId, refreshTo }: Page): Response {
  const message = intentId ? JSON.stringify({ intentId } satisfies ConsentReturnMessage) : ''
  const data = message && ` data-message="${escapeHtml(message)}"`
  const script = intentId ? `\n<script>${farewell}</script>` : ''
  const html = `<!doctype html>
<html lang="en"${data}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refreshTo ? `<meta http-equiv="refresh" content="2; url=${escapeHtml(refreshTo)}">\n` : ''}<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>${script}
</body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    ...(intentId ? [`script-src '${hashOf(farewell)}'`] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      // The address holds the state.
      'referrer-policy': 'no-referrer',
    },
  })
}

/** A source of the page's own text (CSP level 3, section 2.3.1). */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
