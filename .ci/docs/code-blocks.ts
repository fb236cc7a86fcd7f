import type { Page } from './pages.ts'

/** A fenced block of a page: ` ```tsx file=src/main.tsx `. */
export interface CodeBlock {
  readonly language: string
  /** The file that the reader creates, if the block is one. */
  readonly file: string | undefined
  /** The other words after the language, such as `start`. */
  readonly words: readonly string[]
  readonly code: string
  /** What the text around the block has declared already: a comment `<!-- given: … -->` before it. */
  readonly given: string
  /** The line in the page's body, from 1. */
  readonly line: number
}

const BLOCK = /(?:<!-- given: ([\s\S]*?) -->\n)?^```(\w*)(.*)\n([\s\S]*?)^```$/gm

export function codeBlocks({ body }: Pick<Page, 'body'>): CodeBlock[] {
  return [...body.matchAll(BLOCK)].map(
    ({ 1: given = '', 2: language = '', 3: rest = '', 4: code = '', index }) => {
      const words = rest.trim().split(/\s+/).filter(Boolean)
      const file = words.find((word) => word.startsWith('file='))?.slice('file='.length)
      return {
        language,
        file,
        words: words.filter((word) => !word.startsWith('file=')),
        code,
        given,
        line: body.slice(0, index).split('\n').length,
      }
    },
  )
}
