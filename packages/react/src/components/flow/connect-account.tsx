import { useContext, useState } from 'react'
import type { ConnectOptions } from '../../hooks/flow/connect-options.ts'
import { newDraft } from '../../hooks/flow/flow-draft.ts'
import { useFlow } from '../../hooks/flow/use-flow.ts'
import { DraftContext } from '../root/draft-context.ts'
import {
  type ConnectAccountLook,
  ConnectAccountRoot,
  type ConnectAccountRootProps,
} from './connect-account-root.tsx'

export type ConnectAccountProps = ConnectOptions & ConnectAccountLook

/** The flow that links or reconnects an account, rendered inline. */
export function ConnectAccount(
  props: ConnectAccountProps & Pick<ConnectAccountRootProps, 'headingId' | 'takesFocus'>,
) {
  const [ownDraft] = useState(newDraft)
  const draft = useContext(DraftContext) ?? ownDraft
  const connect = useFlow(props, true, draft)
  return (
    <DraftContext.Provider value={draft}>
      <ConnectAccountRoot
        {...props}
        introduction={!props.accountId && props.introduction}
        connect={connect}
      />
    </DraftContext.Provider>
  )
}
