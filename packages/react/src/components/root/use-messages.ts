import { en } from '../../locales/en.ts'
import type { BasicMessages } from '../../locales/messages.ts'
import { useWords } from './use-words.ts'

/** All the words, for the parts that the first paint does not show: whoever calls this brings the whole catalogue along. */
export const useMessages = (): BasicMessages => useWords(en)
