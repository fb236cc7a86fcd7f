import { providerCatalogue } from '@connect-account/core/catalogue'
import { en } from '@connect-account/react/en'

/** The name of a provider as the page shows it. */
export function shownName(id: string): string {
  return en.providers[id]?.name ?? providerCatalogue.find((provider) => provider.id === id)?.name ?? id
}

/** The provider of `LinkedIn is connected`; `undefined` for another heading. */
export function providerOfHeading(heading: string): string | undefined {
  return providerCatalogue.find(({ id, name }) => {
    const account = en.providers[id]?.account ?? name
    return heading === en.linked.heading(account) || heading === en.relinked.heading(account)
  })?.id
}
