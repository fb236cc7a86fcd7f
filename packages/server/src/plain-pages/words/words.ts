import type { Language } from '@connect-account/core/internal'
import { words as ar } from './ar.ts'
import { words as de } from './de.ts'
import { words as en } from './en.ts'
import { words as es } from './es.ts'
import { words as fr } from './fr.ts'
import { words as he } from './he.ts'
import { words as it } from './it.ts'
import { words as ja } from './ja.ts'
import { words as nl } from './nl.ts'
import type { PlainWords } from './plain-words.ts'
import { words as ptBR } from './pt-BR.ts'
import { words as zhCN } from './zh-CN.ts'

/** The words of the server's own pages, by language. */
export const plainWords: Readonly<Record<Language, PlainWords>> = {
  en,
  fr,
  de,
  es,
  'pt-BR': ptBR,
  it,
  nl,
  ja,
  'zh-CN': zhCN,
  ar,
  he,
}
