import { createContext, useContext } from 'react'
import { words as english } from './en.ts'

/** The page's words in the language of the link. */
export const WordsContext = createContext(english)

export const useWords = () => useContext(WordsContext)
