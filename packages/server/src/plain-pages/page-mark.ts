import { providerCatalogue } from '@connect-account/core/catalogue'
import { html } from 'hono/html'

/** How it went. `neutral` has no badge. */
export type Tone = 'neutral' | 'success' | 'warning'

const lines = { success: 'm5 12.5 4.5 4.5L19 7.5', warning: 'M12 5.5v8m0 4.5v.01' }

/**
 * Shows at a glance how it went, as the kit's ends do: a badge on the provider's mark, or a round icon. The heading
 * says the same. Empty if there is nothing to show.
 */
export function pageMark(tone: Tone, providerId: string | undefined) {
  const icon = providerCatalogue.find(({ id }) => id === providerId)?.icon ?? []
  const line =
    tone === 'neutral'
      ? ''
      : html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${lines[tone]}"/></svg>`
  if (icon.length === 0) return line && html`<span class="mark ${tone}">${line}</span>`
  const paths = icon.map(({ path, color }) => html`<path d="${path}" fill="${color}" fill-rule="evenodd"/>`)
  return html`<span class="mark of-provider ${tone}"><svg viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>
${line && html`<span class="badge">${line}</span>`}</span>`
}
