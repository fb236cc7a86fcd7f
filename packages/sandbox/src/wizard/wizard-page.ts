import { html } from 'hono/html'
import { type Html, page } from '../oauth/page/page.ts'

/** Asks which account to link, and who its owner is. */
export function wizardPage({
  providers,
  chosen,
  signInName,
  problem,
}: {
  readonly providers: readonly { readonly id: string; readonly label: string }[]
  /** The provider that was chosen before. */
  readonly chosen: string
  readonly signInName: string
  readonly problem: string | undefined
}): Html {
  return page({
    title: 'Connect an account',
    content: html`<h1>Connect an account</h1>
      <p class="hint">The name decides what happens next: a sign-in here asks for no code.</p>
      ${problem === undefined ? '' : html`<p class="notice" role="alert" data-tone="failed" id="problem">${problem}</p>`}
      <form method="post" class="stack">
        <label for="provider">Provider</label>
        <select id="provider" name="provider">
          ${providers.map(({ id, label }) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${label}</option>`)}
        </select>
        <label for="as">Sign-in name</label>
        <div class="field-row">
          <input id="as" name="as" value="${signInName}" placeholder="plain.anna" autocomplete="username"
            autocapitalize="none" spellcheck="false" required
            ${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="problem"`} />
          <button class="primary">Connect</button>
        </div>
        <button name="answer" value="cancel" formnovalidate>Cancel</button>
      </form>`,
  })
}
