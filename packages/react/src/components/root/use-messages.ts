import { en } from '../../locales/en.ts'
import type { BasicMessages } from '../../locales/messages.ts'
import { useWords } from './use-words.ts'

/** The messages of all common screens. Not for the first paint: importing this file loads all of `en.ts`. */
export const useMessages = (): BasicMessages => useWords(en)
