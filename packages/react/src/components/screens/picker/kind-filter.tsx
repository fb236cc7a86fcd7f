import type { ProviderKind } from '@connect-account/core'
import { useId } from 'react'
import { enKinds } from '../../../locales/en-kinds.ts'
import { useRoot } from '../../root/root-context.ts'
import { useWords } from '../../root/use-words.ts'

interface KindFilterProps {
  readonly kinds: readonly ProviderKind[]
  /** `undefined` means all. */
  readonly chosen: ProviderKind | undefined
  readonly choose: (kind: ProviderKind | undefined) => void
}

/** Filters the picker by kind. Radio buttons, so that Tab stops once and the arrow keys move between them. */
export function KindFilter({ kinds, chosen, choose }: KindFilterProps) {
  const { messages } = useRoot()
  const { kindFilter: words } = useWords(enKinds)
  const name = useId()
  return (
    <fieldset form="" data-ca="kinds">
      <legend data-ca="live">{words.label}</legend>
      {[undefined, ...kinds].map((kind) => (
        <label key={kind ?? 'all'} data-ca="kind" data-checked={kind === chosen || undefined}>
          <input
            type="radio"
            form=""
            data-ca="live"
            name={name}
            checked={kind === chosen}
            onChange={() => choose(kind)}
          />
          <span data-ca="kind-label">{kind ? messages.picker.kinds[kind] : words.all}</span>
        </label>
      ))}
    </fieldset>
  )
}
