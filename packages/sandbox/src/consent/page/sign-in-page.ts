import { html } from 'hono/html'
import { type Html, page } from './page.ts'
import { problemNotice, signInField } from './sign-in-field.ts'

/** Personas to tap instead of typing, with what happens then. */
const suggestions = [
  { persona: 'plain.anna', says: 'links at once' },
  { persona: 'duplicate.dan', says: 'is linked by someone else' },
  { persona: 'restricted.eve', says: 'is not allowed' },
  { persona: 'mismatch.finn', says: 'is another person' },
  { persona: 'slow.gina', says: 'is slow' },
  { persona: 'oauth-error.otto', says: 'fails once' },
] as const

/**
 * Asks who signs in. A tapped name is sent after the typed one and takes precedence. The form posts to the page's own address,
 * which identifies the interaction.
 */
export function signInPage({
  provider,
  signInName,
  problem,
}: {
  readonly provider: string
  readonly signInName: string | undefined
  readonly problem: string | undefined
}): Html {
  return page({
    title: `Sign in with ${provider}`,
    content: html`<p><span class="badge" data-provider="${provider.toLowerCase()}">${provider}</span></p>
      <h1>Who is signing in?</h1>
      <p class="hint">Your choice decides what happens next.</p>
      ${problemNotice(problem)}
      <form method="post" class="stack">
        ${signInField({ signInName: signInName ?? '', problem, button: 'Continue' })}
        <fieldset>
          <legend>Or tap one</legend>
          <div class="chips">
            ${suggestions.map(
              ({ persona, says }) =>
                html`<button name="as" value="${persona}" class="chip" id="as-${persona}" formnovalidate>
                  <strong>${persona}</strong><span>${says}</span>
                </button>`,
            )}
          </div>
        </fieldset>
        <button name="answer" value="deny" formnovalidate>Cancel</button>
      </form>`,
  })
}
