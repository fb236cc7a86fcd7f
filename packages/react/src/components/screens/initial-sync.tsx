import type { InitialSync as SyncState } from '@connect-account/core'
import { useEffect, useRef, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { enInitialSync } from '../../locales/en-initial-sync.ts'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'

interface InitialSyncProps {
  readonly step: ConnectStepOf<'linked' | 'relinked'>
  /** Says what leaving without waiting is called while the import is to be waited for, and nothing once it is not. */
  readonly onWaiting: (skip: string | undefined) => void
}

const isUnderWay = (state: SyncState | undefined) => state === 'pending' || state === 'running'

/** How far the first import of the account's messages is, from one that is under way until it is over. */
export function InitialSync({ step, onWaiting }: InitialSyncProps) {
  const { initialSync: words } = useWords(enInitialSync)
  const { announce } = useRoot()
  const { account, waitForSync } = step
  const latest = useRef({ step, announce, words })
  const [state, setState] = useState(account.initialSync)
  const wasUnderWay = isUnderWay(account.initialSync)
  const skip = waitForSync === true && isUnderWay(state) ? words.skip : undefined

  useEffect(() => {
    latest.current = { step, announce, words }
  })

  useEffect(() => {
    if (!wasUnderWay) return
    return latest.current.step.watchSync?.((next) => {
      setState(next)
      const { announce, words } = latest.current
      if (next === 'completed' || next === 'failed') announce(words[next])
    })
  }, [wasUnderWay])

  useEffect(() => {
    onWaiting(skip)
  }, [skip, onWaiting])

  if (!wasUnderWay || !state) return null
  const shown = isUnderWay(state) ? 'running' : state === 'failed' ? 'failed' : 'completed'
  return (
    <div data-ca="initial-sync" data-state={shown}>
      {shown === 'running' && <div data-ca="progress" aria-hidden="true" />}
      <p data-ca="help">{words[shown]}</p>
    </div>
  )
}
