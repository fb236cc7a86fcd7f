import { html } from 'hono/html'
import { TOTP_PERIOD } from '../../checkpoints/authenticator-secret.ts'
import { emptyState, type Html, type ScreenInput } from './screen.ts'

/** Shows one person's authenticator code, and how long it stays valid. */
export function authenticatorScreen({ view }: ScreenInput): Html {
  const { to, totp } = view
  if (to === null || totp === null) {
    return emptyState(
      'authenticator',
      'Whose authenticator is it?',
      'Type a sign-in name above. Each person has a secret that never changes.',
    )
  }
  return html`<section class="card totp">
            <p class="to">Sandbox · ${to}</p>
            <p class="code-row">
              <strong class="code">${totp.code}</strong>
              <button type="button" class="copy" id="copy-totp" data-copy="${totp.code}">
                <span data-copy-label>Copy</span><span class="visually-hidden"> the code ${totp.code}</span>
              </button>
            </p>
            <p class="countdown">
              <progress max="${TOTP_PERIOD}" value="${totp.secondsLeft}" data-seconds-left
                aria-label="Seconds until the next code"></progress>
              <span data-seconds-left>${totp.secondsLeft} s</span>
            </p>
            <details>
              <summary>Secret, for an authenticator app</summary>
              <code class="secret">${totp.secret}</code>
            </details>
          </section>`
}
