import { useMemo } from 'react'
import { en } from '../../locales/en.ts'
import { type BasicMessages, mergeMessages } from '../../locales/messages.ts'
import { useRoot } from './root-context.ts'

/** All the words, for the parts that the first paint does not show: whoever calls this brings the whole catalogue along. */
export function useMessages(): BasicMessages {
  const { ownMessages } = useRoot()
  return useMemo(() => mergeMessages(en, ownMessages), [ownMessages])
}
