import type { Provider } from '@connect-account/core'
import { useState } from 'react'
import { useRoot } from '../root/root-context.ts'
import { Icon } from './icon.tsx'
import type { IconShape } from './icons.ts'
import { ProviderIcon } from './provider-icon.tsx'

interface StepMarkProps {
  readonly icon: IconShape
  readonly tone: 'neutral' | 'success' | 'warning'
  readonly provider?: Provider | undefined
}

/**
 * Shows at a glance how the flow ended: a badge on the provider's mark, beside the host's logo if the two are
 * connected now, or a round icon. The heading says the same.
 */
export function StepMark({ icon, tone, provider }: StepMarkProps) {
  const badge = <Icon shape={icon} />
  if (!provider?.icon.length)
    return (
      <span data-ca="mark" data-tone={tone}>
        {badge}
      </span>
    )
  return (
    <span data-ca="mark" data-tone={tone} data-provider={provider.id}>
      {tone === 'success' && <HostLogo />}
      <ProviderIcon provider={provider} />
      <span data-ca="mark-badge">{badge}</span>
    </span>
  )
}

/** A logo that does not load is left out. The mark above the screen reports it. */
function HostLogo() {
  const logo = useRoot().brand?.logo
  const [broken, setBroken] = useState<unknown>()
  if (typeof logo !== 'string' || logo === broken) return null
  return (
    <span data-ca="mark-logo">
      <img data-ca="mark-image" src={logo} alt="" onError={() => setBroken(logo)} />
    </span>
  )
}
