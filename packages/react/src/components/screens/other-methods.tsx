import type { ConnectStepOf } from '../../hooks/flow/connect-step.ts'
import { enMethodInstead } from '../../locales/en-method-instead.ts'
import { chunk } from '../lazy/chunk.ts'
import { OptionalPart } from '../lazy/optional-part.tsx'
import { Button } from '../parts/button.tsx'
import { useWords } from '../root/use-words.ts'

const passkeyHelp = chunk(() => import('./passkey-help.tsx'))

/** Offers the provider's other methods at a step that only shows something, and help if the phone does not go on. */
export function OtherMethods({ step }: { step: ConnectStepOf<'qr' | 'show'> }) {
  const { methodInstead } = useWords(enMethodInstead)
  return (
    <>
      {step.otherMethods.map((method) => (
        <Button key={method.id} variant="quiet" onClick={() => step.chooseMethod(method.id)}>
          {insteadText(methodInstead, method)}
        </Button>
      ))}
      <OptionalPart chunk={passkeyHelp}>
        {({ PasskeyHelp }) => <PasskeyHelp providerId={step.provider.id} />}
      </OptionalPart>
    </>
  )
}

/** The words for choosing a method: of the messages, its own, or its id. */
export function insteadText(
  words: (typeof enMethodInstead)['methodInstead'],
  { id, label }: { readonly id: string; readonly label?: string },
): string {
  return (Object.hasOwn(words, id) ? words[id] : undefined) ?? label ?? id
}
