import type { Messages } from '../../locales/messages.ts'
import { useRoot } from './root-context.ts'

/** `english` in the language of the root, with the messages that the host replaced. */
export function useWords<K extends keyof Messages>(english: Pick<Messages, K>): Pick<Messages, K> {
  return useRoot().translate(english)
}
