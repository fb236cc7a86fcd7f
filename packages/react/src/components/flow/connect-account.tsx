import { useState } from 'react'
import type { ConnectOptions } from '../../hooks/flow/connect-options.ts'
import { type FlowDraft, newDraft } from '../../hooks/flow/flow-draft.ts'
import { useFlow } from '../../hooks/flow/use-flow.ts'
import {
  type ConnectAccountLook,
  ConnectAccountRoot,
  type ConnectAccountRootProps,
} from './connect-account-root.tsx'

export type ConnectAccountProps = ConnectOptions & ConnectAccountLook

/** The flow that links or reconnects an account, rendered inline. */
export function ConnectAccount(
  props: ConnectAccountProps & Pick<ConnectAccountRootProps, 'headingId' | 'takesFocus' | 'draft'>,
) {
  const {
    captcha,
    appearance,
    messages,
    support,
    nonce,
    headingId,
    takesFocus,
    draft: given,
    ...options
  } = props
  const [ownDraft] = useState<FlowDraft>(newDraft)
  const draft = given ?? ownDraft
  const connect = useFlow(options, true, draft)
  const look = { captcha, appearance, messages, support, nonce, headingId, takesFocus, draft }
  return <ConnectAccountRoot connect={connect} {...look} />
}
