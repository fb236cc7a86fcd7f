import type { Locale } from '../locale.ts'

/** Brazilian Portuguese. */
export const ptBR: Locale = {
  tag: 'pt-BR',
  messages: async () => (await import('./messages.ts')).messages,
}
