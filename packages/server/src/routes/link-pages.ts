import { type ErrorCode, errorCatalogue } from '@connect-account/core/errors'
import type { WizardReturn } from '../hosted-links/leave-link.ts'
import { escapeHtml, page } from './consent-pages.ts'
import type { HostedPage } from './handler-context.ts'

/** A year, in seconds. An asset's name changes with its content. */
const ASSET_SECONDS = 31_536_000

/** What Arkose's script needs: it loads more of itself, shows a frame, and styles what it draws. */
const ARKOSE = 'https://*.arkoselabs.com'

/** The hosted page. Its address holds the link's token: no referrer may carry it, and no search engine may list it. */
export function hostedPageResponse({ files, settings }: HostedPage): Response {
  const captcha = settings.captcha === 'arkose'
  const policy = [
    "default-src 'none'",
    `script-src 'self'${captcha ? ` ${ARKOSE}` : ''}`,
    `style-src 'self'${captcha ? " 'unsafe-inline'" : ''}`,
    `connect-src 'self'${captcha ? ` ${ARKOSE}` : ''}`,
    // A link may bring a logo of its own.
    "img-src 'self' data: https:",
    "font-src 'self'",
    ...(captcha ? [`frame-src ${ARKOSE}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${settings.frameAncestors.join(' ') || "'none'"}`,
  ]
  return new Response(files.html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    },
  })
}

/** A file of the hosted page; `undefined` for a name that it has not. */
export function assetResponse({ files }: HostedPage, name: string): Response | undefined {
  const file = files.assets.get(name)
  return (
    file &&
    new Response(file.body, {
      headers: {
        'content-type': file.type,
        'cache-control': `public, max-age=${ASSET_SECONDS}, immutable`,
        'cross-origin-resource-policy': 'same-origin',
      },
    })
  )
}

const refusals: Partial<Record<ErrorCode, { readonly title: string; readonly text: string }>> = {
  link_not_found: {
    title: 'This link does not work',
    text: 'Check that the whole address was opened, or ask for a new link.',
  },
  link_expired: { title: 'This link has expired', text: 'Ask for a new link to connect your account.' },
  link_used: {
    title: 'This link has been used',
    text: 'It connects one account, and has connected it. Ask for a new link to connect another one.',
  },
}

/** What a visitor learns of a link that does not work; `undefined` for any other error. */
export function refusedLinkPage(code: ErrorCode): Response | undefined {
  const refusal = refusals[code]
  return refusal && say(refusal.title, refusal.text, errorCatalogue[code].status)
}

/** The end of Unipile's wizard, for a link that names no address to go to. */
export function wizardPage(returned: WizardReturn): Response {
  if (returned.type === 'unknown') {
    return say(
      'This did not work',
      'This address does not belong to a link of ours. Nothing was changed.',
      404,
    )
  }
  if (returned.type === 'pending') {
    return say(
      'Almost done',
      'Your account shows up in the app once it is confirmed. This page can be closed.',
      200,
    )
  }
  const isLinked = returned.outcome === 'linked' || returned.outcome === 'relinked'
  return isLinked
    ? say('Your account is connected', 'This page can be closed.', 200)
    : say('Your account was not connected', 'This page can be closed. Ask for a new link to try again.', 200)
}

/** Waits for the webhook, without a script: the page asks again at `refreshTo`. */
export function wizardWaitingPage(refreshTo: string): Response {
  return page({
    title: 'One moment',
    body: '<h1>One moment</h1>\n<p>Your account is being connected.</p>',
    status: 200,
    refreshTo,
  })
}

function say(title: string, text: string, status: number): Response {
  return page({ title, body: `<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text)}</p>`, status })
}
