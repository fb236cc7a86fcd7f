import type { ProviderKind } from '@connect-account/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { matchesMedia } from '../../../hooks/browser/media-query.ts'
import type { ConnectStepOf } from '../../../hooks/flow/connect-step.ts'
import { useEscape } from '../../host-page/use-escape.ts'
import { Icon } from '../../parts/icon.tsx'
import { searchIcon } from '../../parts/icons.ts'
import { ProviderIcon } from '../../parts/provider-icon.tsx'
import { StepLayout } from '../../parts/step-layout.tsx'
import { providerText } from '../../root/provider-text.ts'
import { useRoot } from '../../root/root-context.ts'
import { Slot } from '../../root/slot.tsx'
import { KindFilter } from './kind-filter.tsx'

/** Fewer providers are in one column. */
const GRID_FROM = 7
/** Fewer providers are visible at a glance, so a search field would only be in the way. */
const SEARCH_FROM = 9
/** If there are more providers than this, of several kinds, they have a filter by kind. */
const FILTER_ABOVE = 12

/**
 * The providers as buttons, each with how the user signs in. Arrow keys move between them and the search
 * field, typing anywhere filters, Enter in the field chooses the first result, and Escape clears it.
 */
export function ProviderPicker({ step }: { step: ConnectStepOf<'choosing_provider'> }) {
  const { messages, announce, draft, connected } = useRoot()
  const [query, setQuery] = useState(draft.search)
  const [kind, setKind] = useState<ProviderKind>()
  const id = useId()
  const search = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const picker = useRef<HTMLDivElement>(null)

  useEffect(() => {
    draft.form = undefined
  }, [draft])

  const isSearchable = step.providers.length >= SEARCH_FROM
  const kinds = [...new Set(step.providers.map(({ kind }) => kind))]
  const results = matching(query, kind)

  function matching(text: string, only: ProviderKind | undefined) {
    const wanted = text.trim().toLowerCase()
    return step.providers.filter(
      (provider) =>
        (!only || provider.kind === only) &&
        `${providerText(messages, provider).name} ${provider.name} ${provider.id} ${messages.picker.kinds[provider.kind]}`
          .toLowerCase()
          .includes(wanted),
    )
  }

  function filter(text: string, only: ProviderKind | undefined) {
    setQuery(text)
    draft.search = text
    setKind(only)
    announce(text || only ? messages.picker.results(matching(text, only).length) : '')
  }

  useEscape(picker, query !== '', () => {
    filter('', kind)
    search.current?.focus()
  })

  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1
    const { columns, forward } = layoutOf(list.current)
    const move = {
      ArrowDown: at < 0 ? 0 : at + columns,
      ArrowUp: at - columns,
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      Home: 0,
      End: buttons.length - 1,
    }[event.key]

    if (event.key === 'Enter' && event.target === search.current) {
      const [best] = results
      if (best) step.choose(best.id)
    } else if (
      move !== undefined &&
      (at >= 0 || (event.key === 'ArrowDown' && event.target === search.current))
    ) {
      ;(buttons[move] ?? (move < 0 ? search.current : undefined))?.focus()
    } else {
      // A letter typed on a button goes to the search field, because the field has the focus before `input`
      // fires.
      if (at >= 0 && /^[^\s]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
        search.current?.focus()
      return
    }
    event.preventDefault()
  }

  return (
    <StepLayout heading={messages.picker.heading} cancel={step}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: adds shortcuts to the field and the buttons. */}
      <div ref={picker} data-ca="picker" onKeyDown={handleKey}>
        <Slot name="picker" props={{ step }} />
        {isSearchable && (
          <div data-ca="search">
            <Icon shape={searchIcon} />
            <input
              ref={search}
              type="search"
              form=""
              data-ca="input"
              data-focus={matchesMedia('(pointer: fine)') || undefined}
              aria-label={messages.picker.search}
              aria-controls={id}
              placeholder={messages.picker.search}
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={(event) => filter(event.target.value, kind)}
            />
          </div>
        )}
        {kinds.length > 1 && step.providers.length > FILTER_ABOVE && (
          <div data-ca="kind-filter">
            <KindFilter kinds={kinds} chosen={kind} choose={(only) => filter(query, only)} />
          </div>
        )}
        <div id={id} data-ca="providers">
          <ul ref={list} data-ca="provider-list" data-grid={step.providers.length >= GRID_FROM || undefined}>
            {results.map((provider) => (
              <li key={provider.id} data-ca="provider-item">
                <button
                  type="button"
                  form=""
                  data-ca="provider"
                  data-provider={provider.id}
                  data-connected={connected?.includes(provider.id) || undefined}
                  aria-describedby={`${id}${provider.id}-method`}
                  onClick={() => step.choose(provider.id)}
                >
                  <ProviderIcon provider={provider} />
                  <span data-ca="provider-text">
                    <span data-ca="provider-name">{providerText(messages, provider).name}</span>
                    <span data-ca="provider-method" id={`${id}${provider.id}-method`} aria-hidden="true">
                      {connected?.includes(provider.id)
                        ? messages.picker.connected
                        : provider.methods[0] && messages.picker.methods[provider.methods[0].kind]}
                    </span>
                    <Slot name="provider" props={{ provider }} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {!results.length && (
            <p data-ca="empty">{query ? messages.picker.empty(query) : messages.picker.none}</p>
          )}
        </div>
      </div>
    </StepLayout>
  )
}

/** How many columns the stylesheet makes, and the step to the provider on the right. */
function layoutOf(list: Element | null) {
  if (!list) return { columns: 1, forward: 1 }
  const { gridTemplateColumns, direction } = getComputedStyle(list)
  return { columns: gridTemplateColumns.split(' ').length, forward: direction === 'rtl' ? -1 : 1 }
}
