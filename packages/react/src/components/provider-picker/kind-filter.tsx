import type { ProviderKind } from '@connect-account/core'
import { useId } from 'react'
import { enKinds } from '../../locales/en-kinds.ts'
import type { RootContextValue } from '../root/root-context.ts'

export interface KindFilterProps {
  readonly kinds: readonly ProviderKind[]
  /** Absent: all of them. */
  readonly chosen: ProviderKind | undefined
  readonly choose: (kind: ProviderKind | undefined) => void
  /** Handed in, for an import of it would take it out of the first paint's chunk. */
  readonly root: RootContextValue
}

/** Narrows the picker down to one kind: radio buttons that look like chips, so one stop of the Tab key and arrow keys within. */
export default function KindFilter({ kinds, chosen, choose, root }: KindFilterProps) {
  const { kindFilter: words } = root.translate(enKinds)
  const name = useId()
  return (
    <fieldset data-ca="kinds">
      <legend data-ca="live">{words.label}</legend>
      {[undefined, ...kinds].map((kind) => (
        <label key={kind ?? 'all'} data-ca="kind" data-checked={kind === chosen || undefined}>
          <input
            type="radio"
            data-ca="live"
            name={name}
            checked={kind === chosen}
            onChange={() => choose(kind)}
          />
          <span data-ca="kind-label">{kind ? root.messages.picker.kinds[kind] : words.all}</span>
        </label>
      ))}
    </fieldset>
  )
}
