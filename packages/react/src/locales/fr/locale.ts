import type { Locale } from '../locale.ts'

/** French. */
export const fr: Locale = {
  tag: 'fr',
  messages: async () => (await import('./messages.ts')).messages,
}
