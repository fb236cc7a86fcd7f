import { useRoot } from './root-context.ts'

/** `english` with the messages that the host replaced. */
export function useWords<T extends object>(english: T): T {
  return useRoot().translate(english)
}
