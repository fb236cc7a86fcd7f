import type { Locale } from '../locale.ts'

/** Spanish. */
export const es: Locale = {
  tag: 'es',
  messages: async () => (await import('./messages.ts')).messages,
}
