import type { InitialSync as SyncState } from '@connect-account/core'
import { useEffect, useState } from 'react'
import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { useLatest } from '../../hooks/use-latest.ts'
import { enInitialSync } from '../../locales/en-initial-sync.ts'
import { useRoot } from '../root/root-context.ts'
import { useWords } from '../root/use-words.ts'

interface InitialSyncProps {
  readonly step: ConnectStepOf<'linked' | 'relinked'>
  /** Called with the label of the button while the user should wait, and with `undefined` after that. */
  readonly onWaiting: (skip: string | undefined) => void
}

const isInProgress = (state: SyncState | undefined) => state === 'pending' || state === 'running'

/** Shows the progress of the first import of the account's messages. */
export function InitialSync({ step, onWaiting }: InitialSyncProps) {
  const { initialSync: words } = useWords(enInitialSync)
  const { announce } = useRoot()
  const { account, waitForSync } = step
  const latest = useLatest({ step, announce, words })
  const [state, setState] = useState(account.initialSync)
  const wasInProgress = isInProgress(account.initialSync)
  const skip = waitForSync === true && isInProgress(state) ? words.skip : undefined

  useEffect(() => {
    if (!wasInProgress) return
    return latest.current.step.watchSync?.((next) => {
      setState(next)
      const { announce, words } = latest.current
      if (next === 'completed' || next === 'failed') announce(words[next])
    })
  }, [wasInProgress, latest])

  useEffect(() => {
    onWaiting(skip)
  }, [skip, onWaiting])

  if (!wasInProgress || !state) return null
  const shown = isInProgress(state) ? 'running' : state === 'failed' ? 'failed' : 'completed'
  return (
    <div data-ca="initial-sync" data-state={shown}>
      {shown === 'running' && <div data-ca="progress" aria-hidden="true" />}
      <p data-ca="help">{words[shown]}</p>
    </div>
  )
}
