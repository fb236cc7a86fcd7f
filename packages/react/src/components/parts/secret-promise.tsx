import type { Provider } from '@connect-account/core'
import { useProviderText } from '../root/provider-text.ts'
import { useRoot } from '../root/root-context.ts'
import { useMessages } from '../root/use-messages.ts'
import { Icon } from './icon.tsx'
import { lockIcon } from './icons.ts'

/** Says beside a secret where it goes and who never keeps it. */
export function SecretPromise({ provider }: { readonly provider: Provider }) {
  const { brand } = useRoot()
  const { credentials } = useMessages()
  const { service } = useProviderText(provider)
  return (
    <p data-ca="note">
      <Icon shape={lockIcon} />
      {credentials.promise(service, typeof brand?.name === 'string' ? brand.name : undefined)}
    </p>
  )
}
