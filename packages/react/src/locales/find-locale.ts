import { findLanguage, type Language } from '@connect-account/core/internal'
import { ar } from './ar/locale.ts'
import { de } from './de/locale.ts'
import { en } from './en/locale.ts'
import { es } from './es/locale.ts'
import { fr } from './fr/locale.ts'
import { he } from './he/locale.ts'
import { it } from './it/locale.ts'
import { ja } from './ja/locale.ts'
import type { Locale } from './locale.ts'
import { nl } from './nl/locale.ts'
import { ptBR } from './pt-BR/locale.ts'
import { zhCN } from './zh-CN/locale.ts'

const locales: Record<Language, Locale> = { en, fr, de, es, 'pt-BR': ptBR, it, nl, ja, 'zh-CN': zhCN, ar, he }

const reported = new Set<string>()

/**
 * Returns the locale for a BCP 47 tag, such as `document.documentElement.lang`: `fr-CA` gives French, `pt` Brazilian
 * Portuguese, `iw` Hebrew. For a list, such as `navigator.languages`, it returns the first that the kit has.
 * Falls back to English; a single tag that the kit does not have is reported to the console once.
 */
export function findLocale(tags: string | readonly string[]): Locale {
  for (const tag of [tags].flat()) {
    const language = findLanguage(tag)
    const found = language && locales[language]
    if (found) return found
  }
  if (typeof tags === 'string' && !reported.has(tags)) {
    reported.add(tags)
    console.error(
      `Connect Account: there is no locale "${tags}", so English is shown. For a language of your own, pass \`locale\` an object with all messages.`,
    )
  }
  return en
}

export type { Locale } from './locale.ts'
export type { Messages } from './messages.ts'
