import { html } from 'hono/html'
import { type Html, page } from '../consent/page/page.ts'
import { problemNotice, signInField } from '../consent/page/sign-in-field.ts'

/** Asks for the provider and the owner of the account to link. */
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
      <p class="hint">The name decides what happens next. The wizard asks for no code.</p>
      ${problemNotice(problem)}
      <form method="post" class="stack">
        <label for="provider">Provider</label>
        <select id="provider" name="provider">
          ${providers.map(({ id, label }) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${label}</option>`)}
        </select>
        ${signInField({ signInName, problem, button: 'Connect' })}
        <button name="answer" value="cancel" formnovalidate>Cancel</button>
      </form>`,
  })
}
