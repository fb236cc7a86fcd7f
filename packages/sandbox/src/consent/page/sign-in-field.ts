import { html } from 'hono/html'
import type { Html } from './page.ts'

/** The problem with the given sign-in name, above the form. */
export function problemNotice(problem: string | undefined): Html | '' {
  return problem === undefined
    ? ''
    : html`<p class="notice" role="alert" data-tone="failed" id="problem">${problem}</p>`
}

/** The field for the sign-in name, with its button. */
export function signInField({
  signInName,
  problem,
  button,
}: {
  readonly signInName: string
  readonly problem: string | undefined
  readonly button: string
}): Html {
  return html`<label for="as">Sign-in name</label>
        <div class="field-row">
          <input id="as" name="as" value="${signInName}" placeholder="plain.anna" autocomplete="username"
            autocapitalize="none" spellcheck="false" required
            ${problem === undefined ? '' : html`aria-invalid="true" aria-describedby="problem"`} />
          <button class="primary">${button}</button>
        </div>`
}
