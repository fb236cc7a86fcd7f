/**
 * How an option is written as an attribute. `list`: words, separated by spaces. A list of words: one of them.
 * `property`: it has no attribute, because its value is an object, a function or a secret.
 */
export type Option = 'text' | 'flag' | 'list' | 'property' | readonly string[]

/** The options of an element, by the names of their properties. */
export type Options = Readonly<Record<string, Option>>

/** `loginHint` is `login-hint` in HTML. */
export const attributeName = (property: string) =>
  property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** An attribute's value, or what to write instead. */
type Parsed = { readonly value: unknown } | { readonly mistake: string }

/** Reads an attribute, which the page's author wrote. */
export function parseAttribute(name: string, option: Option, text: string): Parsed {
  if (option === 'text') return { value: text }
  if (option === 'list') return { value: text.split(/[\s,]+/).filter(Boolean) }
  if (option === 'flag') {
    // Frameworks write the values of a boolean, too.
    if (text === '' || text === name || text === 'true') return { value: true }
    if (text === 'false') return { value: false }
    return { mistake: `write ${name} without a value, or leave it out` }
  }
  if (option === 'property') {
    const property = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    return { mistake: `it can't be an attribute: set the element's property "${property}"` }
  }
  if (option.includes(text)) return { value: text }
  return { mistake: `write ${option.map((word) => `${name}="${word}"`).join(' or ')}` }
}
