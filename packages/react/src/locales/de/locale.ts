import type { Locale } from '../locale.ts'

/** German. */
export const de: Locale = {
  tag: 'de',
  messages: async () => (await import('./messages.ts')).messages,
}
