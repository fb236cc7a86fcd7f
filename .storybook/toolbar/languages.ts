import type { Locale } from '../../packages/react/src/index.ts'
import { findLocale } from '../../packages/react/src/locales/find-locale.ts'
import { pseudoLocale } from '../../packages/react/test/pseudo-locale.ts'

/** The languages of the toolbar, each by its own name. The last one shows what is not translated or cut off. */
export const languages = [
  { value: 'en', title: 'English' },
  { value: 'fr', title: 'Français' },
  { value: 'de', title: 'Deutsch' },
  { value: 'es', title: 'Español' },
  { value: 'pt-BR', title: 'Português (Brasil)' },
  { value: 'it', title: 'Italiano' },
  { value: 'nl', title: 'Nederlands' },
  { value: 'ja', title: '日本語' },
  { value: 'zh-CN', title: '简体中文' },
  { value: 'ar', title: 'العربية' },
  { value: 'he', title: 'עברית' },
  { value: 'pseudo', title: 'Pseudo: [åçéñţ····]' },
]

/** The locale of a language of the toolbar. English is built in. */
export function localeOf(language: string): Locale | undefined {
  if (language === 'pseudo') return pseudoLocale
  return language === 'en' ? undefined : findLocale(language)
}
