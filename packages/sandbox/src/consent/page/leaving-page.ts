import { html } from 'hono/html'
import { type Html, page } from './page.ts'

/** Leads back to the app. */
export function leavingPage(url: string): Html {
  return page({
    title: 'Going back',
    refresh: url,
    content: html`<h1 role="status">Taking you back to the app…</h1>
      <p class="hint"><a href="${url}">Go there now</a> if nothing happens.</p>`,
  })
}
