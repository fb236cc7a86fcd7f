import type { Locale } from '../locale.ts'

/** Arabic. */
export const ar: Locale = {
  tag: 'ar',
  direction: 'rtl',
  messages: async () => (await import('./messages.ts')).messages,
}
