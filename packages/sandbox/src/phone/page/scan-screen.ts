import { html } from 'hono/html'
import { type Html, returnFields, type ScreenInput } from './screen.ts'

/** Personas to tap instead of typing, with what happens then. */
const suggestions = [
  { persona: 'plain.anna', says: 'links at once' },
  { persona: 'otp.ben', says: 'asks for a code' },
  { persona: '2fa-app.cleo', says: 'asks for a second factor' },
  { persona: 'twofa.gina', says: 'asks for a password' },
  { persona: 'loading.hugo', says: 'is still loading' },
  { persona: 'duplicate.dan', says: 'is linked by someone else' },
  { persona: 'restricted.eve', says: 'is not allowed' },
  { persona: 'slow.finn', says: 'is slow' },
] as const

/**
 * Scans a QR code: the one that opened the phone, else the only one that is shown (codes rotate while people choose), else one
 * that is pasted. A tapped name is sent after the typed one and takes precedence, so the typed one is not required then.
 */
export function scanScreen(input: ScreenInput): Html {
  const { codes } = input.view
  const [only, ...others] = codes
  const opened = codes.find(({ token }) => token === input.scan)
  const code = opened ?? (others.length === 0 ? only : undefined)
  return html`<form method="post" action="/phone/scan" class="card scan">
    ${returnFields(input)}
    ${
      code
        ? html`<input type="hidden" name="qrcode" value="${code.token}" />
            <h2>${opened ? `${code.provider} code scanned` : `A ${code.provider} code is shown now`}</h2>
            <p class="hint">Whose phone is this? Your choice decides what happens next.</p>`
        : html`<h2>Scan a QR code</h2>
            <label for="qrcode">Text of the code</label>
            <input id="qrcode" name="qrcode" required autocomplete="off" spellcheck="false"
              placeholder="Paste the text of the QR code" />
            <p class="hint">${
              codes.length === 0
                ? 'No code is shown now. Start linking WhatsApp or Telegram, then scan its code with your camera or paste its text.'
                : `${codes.length} codes are shown now. Scan yours with the camera, or paste its text.`
            }</p>`
    }
    <label for="as">Scan as</label>
    <div class="field-row">
      <input id="as" name="as" ${code ? html`required` : ''} placeholder="otp+contract.anna" autocomplete="off"
        autocapitalize="none" spellcheck="false" aria-describedby="as-hint" />
      <button class="primary">Scan</button>
    </div>
    <p class="hint" id="as-hint">Any steps, joined by +, then a dot and a name.</p>
    <fieldset>
      <legend>Or tap one</legend>
      <div class="chips">
        ${suggestions.map(
          ({
            persona,
            says,
          }) => html`<button name="as" value="${persona}" class="chip" id="as-${persona}" ${code ? html`formnovalidate` : ''}>
            <strong>${persona}</strong><span>${says}</span>
          </button>`,
        )}
      </div>
    </fieldset>
  </form>`
}
