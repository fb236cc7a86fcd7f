import type { Provider, ProviderKind } from '@connect-account/core'
import { useState } from 'react'
import type { Brand } from '../../../hooks/brand/brand.ts'
import type { FirstStep } from '../../../hooks/flow/first-step.ts'
import { enIntroduction } from '../../../locales/en-introduction.ts'
import { Button } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { checkIcon } from '../../parts/icons.ts'
import { ProviderIcon } from '../../parts/provider-icon.tsx'
import { StepLayout } from '../../parts/step-layout.tsx'
import { providerText } from '../../root/provider-text.ts'
import { useRoot } from '../../root/root-context.ts'
import { useWords } from '../../root/use-words.ts'

/** More marks would be a row of their own. */
const MOST_MARKS = 3

const topics: Readonly<Record<ProviderKind, 'messages' | 'email' | 'calendar'>> = {
  messaging: 'messages',
  social: 'messages',
  email: 'email',
  calendar: 'calendar',
}

function topicOf(providers: readonly Provider[]) {
  const [topic = 'messages', ...others] = new Set(providers.map(({ kind }) => topics[kind]))
  return others.length > 0 ? 'mixed' : topic
}

/** Who wants to connect what, what it may then do, and how to undo it. Only Continue shows the first step. */
export function IntroductionScreen({ step }: { step: FirstStep }) {
  const { brand, introduction, messages } = useRoot()
  const { introduction: words } = useWords(enIntroduction)
  const providers = step.type === 'choosing_provider' ? step.providers : [step.provider]
  const [only, second] = providers
  const account = only && !second ? providerText(messages, only).account : undefined
  const host = typeof brand?.name === 'string' ? brand.name : undefined
  const topic = topicOf(providers)
  const {
    reads = [words.reads[topic]],
    sends = [words.sends[topic]],
    disconnect = words.disconnect(host),
  } = introduction?.content ?? {}

  return (
    <StepLayout
      heading={words.heading(account, host)}
      mark={<Marks brand={brand} providers={providers} />}
      cancel={step}
    >
      <ul data-ca="introduction">
        {[...reads, ...sends, disconnect].map((line) => (
          <li key={line} data-ca="introduction-line">
            <Icon shape={checkIcon} />
            <span data-ca="introduction-text">{line}</span>
          </li>
        ))}
      </ul>
      <Button variant="primary" onClick={() => introduction?.end()}>
        {messages.actions.continue}
      </Button>
    </StepLayout>
  )
}

interface MarksProps {
  readonly brand: Brand | undefined
  readonly providers: readonly Provider[]
}

/** The host's mark, joined to those of the providers. */
function Marks({ brand, providers }: MarksProps) {
  const logo = brand?.logo
  // The mark above the screen reports one that does not load.
  const [broken, setBroken] = useState<unknown>()
  return (
    <div data-ca="introduction-marks">
      {typeof logo === 'string' && logo !== broken && (
        <>
          <span data-ca="introduction-host">
            <img data-ca="introduction-logo" src={logo} alt="" onError={() => setBroken(logo)} />
          </span>
          <span data-ca="introduction-join" />
        </>
      )}
      {providers.slice(0, MOST_MARKS).map((provider) => (
        <ProviderIcon key={provider.id} provider={provider} />
      ))}
    </div>
  )
}
