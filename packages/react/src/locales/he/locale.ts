import type { Locale } from '../locale.ts'

/** Hebrew. */
export const he: Locale = {
  tag: 'he',
  direction: 'rtl',
  messages: async () => (await import('./messages.ts')).messages,
}
