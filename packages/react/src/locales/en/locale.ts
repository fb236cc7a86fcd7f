import type { Locale } from '../locale.ts'

/** The built-in English, for a page in another language or direction. */
export const en: Locale = { tag: 'en' }
