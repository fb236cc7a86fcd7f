import * as kit from '../../packages/react/src/index.ts'
import { useToolbarLook } from './toolbar.ts'

// Stories import this file as `@connect-account/react`, so that they show what the toolbar says.
export * from '../../packages/react/src/index.ts'

export function ConnectAccount(props: kit.ConnectAccountProps) {
  return <kit.ConnectAccount {...useToolbarLook(props)} />
}

export function ConnectAccountDialog(props: kit.ConnectAccountDialogProps) {
  return <kit.ConnectAccountDialog {...useToolbarLook(props)} />
}

export function ConnectAccountRoot(props: kit.ConnectAccountRootProps) {
  return <kit.ConnectAccountRoot {...useToolbarLook(props)} />
}
