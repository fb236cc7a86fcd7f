import type { Language } from '@connect-account/core/internal'
import { words as english } from './en.ts'
import type { PageWords } from './page-words.ts'

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly words: PageWords }>>> = {
  fr: () => import('./fr.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  it: () => import('./it.ts'),
  nl: () => import('./nl.ts'),
  ja: () => import('./ja.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
  ar: () => import('./ar.ts'),
  he: () => import('./he.ts'),
}

/** Loads the page's words. Returns English if they do not load. */
export async function loadWords(language: Language): Promise<PageWords> {
  if (language === 'en') return english
  try {
    return (await loaders[language]()).words
  } catch {
    // Offline, or after a deployment. The flow reports its own messages in the same way.
    return english
  }
}
