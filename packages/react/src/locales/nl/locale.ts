import type { Locale } from '../locale.ts'

/** Dutch. */
export const nl: Locale = {
  tag: 'nl',
  messages: async () => (await import('./messages.ts')).messages,
}
