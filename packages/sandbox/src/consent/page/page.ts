import { html } from 'hono/html'

export type Html = ReturnType<typeof html>

/** A page of the provider, in the look of the phone. `refresh` leads on to an address at once. */
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
        <link rel="stylesheet" href="/oauth/oauth.css" />
        <link rel="icon" href="data:," />
      </head>
      <body class="provider">
        <main class="card">${content}</main>
        <footer class="hint">A sandbox: nothing here is real, and no password is asked.</footer>
      </body>
    </html>`
}
