import type { Provider, ProviderKind } from '@connect-account/core'

interface ProviderGroup {
  /** Absent if all providers are in one list. */
  readonly kind?: ProviderKind
  readonly providers: readonly Provider[]
}

/** Groups by kind, in order of appearance. One list unless at least two kinds have several providers. */
export function groupByKind(providers: readonly Provider[]): ProviderGroup[] {
  const groups = [...new Set(providers.map(({ kind }) => kind))].map((kind) => ({
    kind,
    providers: providers.filter((provider) => provider.kind === kind),
  }))
  return groups.filter((group) => group.providers.length > 1).length > 1 ? groups : [{ providers }]
}
