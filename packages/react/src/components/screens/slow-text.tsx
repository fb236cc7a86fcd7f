import type { Provider } from '@connect-account/core'
import { useEffect } from 'react'
import { enSlow } from '../../locales/en-slow.ts'
import { WaitingLine } from '../parts/waiting-line.tsx'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'

/** Shows and announces that the provider takes long. */
export function SlowText({ provider, about }: { provider: Provider; about: 'start' | 'answer' }) {
  const { slow } = useWords(enSlow)
  const { announce } = useRoot()
  const text = slow[about](provider.name)
  useEffect(() => announce(text), [announce, text])
  return <WaitingLine text={text} />
}
