import { html } from 'hono/html'
import { type Html, page } from './page.ts'

/** What somebody finds whose sign-in is answered, too old, or was never asked for. */
export function overPage(): Html {
  return page({
    title: 'This sign-in is over',
    content: html`<h1>This sign-in is over</h1>
      <p class="hint">It was answered already, or it took too long. Go back to the app and start again there.</p>`,
  })
}
