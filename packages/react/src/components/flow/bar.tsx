import { useContext } from 'react'
import type { ConnectStep } from '../../hooks/flow/connect-step.ts'
import { Icon } from '../parts/icon.tsx'
import { closeIcon } from '../parts/icons.ts'
import { ProviderIcon } from '../parts/provider-icon.tsx'
import { CloseContext } from '../root/close-context.ts'
import { providerText } from '../root/provider-text.ts'
import { useRoot } from '../root/root-context.ts'
import { BrandPart } from './brand-part.tsx'

interface BarProps {
  readonly step: ConnectStep
  /** Whether the messages of the locale are there. Until then there are no words. */
  readonly isReady: boolean
}

/** The top of every step: back, who asks, what the user signs in to, and the dialog's close button. */
export function Bar({ step, isReady }: BarProps) {
  const { messages, brand } = useRoot()
  const close = useContext(CloseContext)
  const back = 'back' in step ? step.back : undefined
  // An end shows its provider larger, below.
  const provider = 'provider' in step && !('close' in step) ? step.provider : undefined
  if (!back && !provider && !close && !brand) return null

  const labelOf = (verb: 'back' | 'close') => (isReady ? messages.actions[verb] : undefined)
  return (
    <div data-ca="bar">
      {back && (
        <button type="button" form="" data-ca="back" aria-label={labelOf('back')} onClick={() => back()}>
          <BackIcon />
        </button>
      )}
      {(provider || brand) && (
        <span data-ca="bar-title">
          <BrandPart of={brand} />
          {provider && (
            <>
              <ProviderIcon provider={provider} />
              <span data-ca="bar-name">{isReady && providerText(messages, provider).name}</span>
            </>
          )}
        </span>
      )}
      {close && (
        <button type="button" form="" data-ca="dialog-close" aria-label={labelOf('close')} onClick={close}>
          <Icon shape={closeIcon} />
        </button>
      )}
    </div>
  )
}

/** Two arrows. The button shows only the one at its end, which points back in either direction of the text. */
function BackIcon() {
  return (
    <svg data-ca="icon" data-icon="back" viewBox="0 0 88 44" aria-hidden="true">
      <path d="M15 22h13.5m-6-6.5L29 22l-6.5 6.5M73 22H59.5m6-6.5L59 22l6.5 6.5" />
    </svg>
  )
}
