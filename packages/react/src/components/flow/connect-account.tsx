import type { ConnectOptions } from '../../hooks/flow/connect-options.ts'
import { useConnectAccount } from '../../hooks/flow/use-connect-account.ts'
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
  const { captcha, appearance, messages, support, nonce, headingId, takesFocus, ...options } = props
  const connect = useConnectAccount(options)
  const look = { captcha, appearance, messages, support, nonce, headingId, takesFocus }
  return <ConnectAccountRoot connect={connect} {...look} />
}
