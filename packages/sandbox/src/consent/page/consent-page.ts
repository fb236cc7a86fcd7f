import { html } from 'hono/html'
import { type Html, page } from './page.ts'

/** The scopes with a description; others are shown by name. */
const descriptions = new Map([
  ['openid', 'Know who you are'],
  ['email', 'See your email address'],
  ['profile', 'See your name'],
])

/** Asks the user to allow or deny access. */
export function consentPage({
  provider,
  signInName,
  scopes,
}: {
  readonly provider: string
  readonly signInName: string | undefined
  readonly scopes: readonly string[]
}): Html {
  return page({
    title: `Allow access to ${provider}`,
    content: html`<p><span class="badge" data-provider="${provider.toLowerCase()}">${provider}</span></p>
      <h1>Sandbox app wants access to your account</h1>
      <p class="to">${signInName}</p>
      <div>
        <h2 id="scopes">It will be able to</h2>
        <ul class="scopes" aria-labelledby="scopes">
          ${scopes.map((scope) => html`<li>${descriptions.get(scope) ?? html`<code>${scope}</code>`}</li>`)}
        </ul>
      </div>
      <form method="post" class="pair">
        <button name="answer" value="deny" class="danger">Deny</button>
        <button name="answer" value="allow" class="primary">Allow</button>
      </form>`,
  })
}
