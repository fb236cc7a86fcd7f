import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'

export type Html = ReturnType<typeof html>

/** A page of the provider in the phone's style. `refresh` is an address to redirect to at once. */
export function page({
  title,
  content,
  refresh,
}: {
  readonly title: string
  readonly content: Html
  readonly refresh?: string
}): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        ${refresh === undefined ? '' : html`<meta http-equiv="refresh" content="0;url=${refresh}" />`}
        <title>${title} · Sandbox</title>
        <link rel="stylesheet" href="/phone/phone.css" />
        <link rel="stylesheet" href="/oauth/consent.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="provider">
        <main class="card">${content}</main>
        <footer class="hint">A sandbox. Nothing here is real, and no password is needed.</footer>
      </body>
    </html>`
}

/** Redirects to the app. */
export function leavingPage(url: string): Html {
  return page({
    title: 'Going back',
    refresh: url,
    content: html`<h1 role="status">Taking you back to the app…</h1>
      <p class="hint"><a href="${url}">Go there now</a> if nothing happens.</p>`,
  })
}

/** Shown for a sign-in that has ended, has expired or never existed. */
export function endedPage(): Html {
  return page({
    title: 'This sign-in has ended',
    content: html`<h1>This sign-in has ended</h1>
      <p class="hint">It was used already, or it has expired. Go back to the app and start again.</p>`,
  })
}

/** Forbids inline code, other origins and frames. Cuts a popup off from its opener, as real providers do. */
export const pageHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ['data:'],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
})
