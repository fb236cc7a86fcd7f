/** The CSS property whose values a variable takes. The others are colors. */
const PROPERTIES: Readonly<Record<string, string>> = {
  font: 'font-family',
  fontHeading: 'font-family',
  fontSize: 'font-size',
  shadow: 'box-shadow',
  // The only property that takes a length and no keyword.
  radius: 'padding-top',
  space: 'padding-top',
  controlHeight: 'padding-top',
  width: 'padding-top',
  minHeight: 'padding-top',
}

/** `controlHeight` as `control-height`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Whether the browser understands the value. If it can't tell, the value is used. */
export function isValidVariable(name: string, value: unknown): value is string {
  const property = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined
  return typeof value === 'string' && (globalThis.CSS?.supports?.(property ?? 'color', value) ?? true)
}

/** Returns the custom properties that set `variables`, without the invalid ones. */
export function readVariables(variables: object): (readonly [property: string, value: string])[] {
  return Object.entries(variables).flatMap(([name, value]: [string, unknown]) =>
    /^[a-z]+$/i.test(name) && isValidVariable(name, value)
      ? // Without a unit, a calculation with it would be invalid.
        [[`--ca-${kebab(name)}`, value.trim() === '0' ? '0px' : value] as const]
      : [],
  )
}
