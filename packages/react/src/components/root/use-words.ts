import { useRoot } from './root-context.ts'

/** The words of one part in the host's language: `english`, with what the host replaced. */
export function useWords<T extends object>(english: T): T {
  return useRoot().translate(english)
}
