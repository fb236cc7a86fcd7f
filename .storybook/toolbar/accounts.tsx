import * as kit from '../../packages/react/src/accounts.ts'
import { useToolbarLook } from './toolbar.ts'

// Stories import this file as `@connect-account/react/accounts`.
export * from '../../packages/react/src/accounts.ts'

export function AccountList(props: kit.AccountListProps) {
  return <kit.AccountList {...useToolbarLook(props)} />
}

export function AccountListRoot(props: kit.AccountListRootProps) {
  return <kit.AccountListRoot {...useToolbarLook(props)} />
}

export function AccountStatusBadge(props: kit.AccountStatusBadgeProps) {
  const { locale } = useToolbarLook({ locale: props.locale })
  return <kit.AccountStatusBadge {...props} locale={locale} />
}

export function ReconnectButton(props: kit.ReconnectButtonProps) {
  return <kit.ReconnectButton {...useToolbarLook(props)} />
}
