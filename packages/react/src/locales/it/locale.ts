import type { Locale } from '../locale.ts'

/** Italian. */
export const it: Locale = {
  tag: 'it',
  messages: async () => (await import('./messages.ts')).messages,
}
