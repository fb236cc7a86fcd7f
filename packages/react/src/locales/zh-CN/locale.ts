import type { Locale } from '../locale.ts'

/** Simplified Chinese. */
export const zhCN: Locale = {
  tag: 'zh-CN',
  messages: async () => (await import('./messages.ts')).messages,
}
