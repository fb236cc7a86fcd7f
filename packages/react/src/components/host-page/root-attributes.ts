import type { AriaAttributes, CSSProperties } from 'react'

/** What a host may set on the element of a component. */
export interface RootAttributes extends AriaAttributes {
  /** For the component's element, in a dialog for the dialog. */
  readonly className?: string | undefined
  /** Tokens as custom properties work here too. Rendered on the server, it needs `unsafe-inline`. */
  readonly style?: CSSProperties | undefined
  readonly [name: `data-${string}`]: string | number | boolean | undefined
}

const isAttribute = (name: string) =>
  name === 'style' || name === 'className' || (/^(aria|data)-/.test(name) && !/^data-ca\b/.test(name))

/** The props that are attributes of the component's element. */
export function attributesOf(props: object): RootAttributes {
  return Object.fromEntries(Object.entries(props).filter(([name]) => isAttribute(name)))
}

/** The other props. */
export function withoutAttributes<T extends RootAttributes>(props: T): T {
  // Every attribute is optional.
  return Object.fromEntries(Object.entries(props).filter(([name]) => !isAttribute(name))) as T
}
