import type { Locale } from '../locale.ts'

/** Japanese. */
export const ja: Locale = {
  tag: 'ja',
  messages: async () => (await import('./messages.ts')).messages,
}
