import { ConnectError } from '@connect-account/core'
import type { Appearance, AppearanceVariables, PartName } from './appearance.ts'
import { isValidVariable } from './read-variables.ts'

type Known<T, Value = true> = Readonly<Record<keyof T & string, Value>>

const members: Known<Appearance> = {
  theme: true,
  colorScheme: true,
  variables: true,
  elements: true,
  layout: true,
}
const themes: readonly unknown[] = ['soft', 'sharp', 'compact', 'warm']
const schemes: readonly unknown[] = ['auto', 'light', 'dark', 'system']
const layouts: Known<Required<NonNullable<Appearance['layout']>>, readonly unknown[]> = {
  frame: ['card', 'page', 'none'],
  placement: ['center', 'side'],
}
const variables: Known<AppearanceVariables> = {
  accent: true,
  onAccent: true,
  accentText: true,
  surface: true,
  text: true,
  muted: true,
  border: true,
  danger: true,
  success: true,
  warning: true,
  field: true,
  fieldBorder: true,
  font: true,
  fontHeading: true,
  fontSize: true,
  radius: true,
  space: true,
  controlHeight: true,
  shadow: true,
  width: true,
  minHeight: true,
}
const parts: Readonly<Record<PartName, true>> = {
  root: true,
  dialog: true,
  dialogClose: true,
  bar: true,
  barTitle: true,
  back: true,
  screen: true,
  header: true,
  heading: true,
  text: true,
  body: true,
  actions: true,
  button: true,
  form: true,
  field: true,
  label: true,
  method: true,
  input: true,
  help: true,
  fieldError: true,
  alert: true,
  search: true,
  provider: true,
  providerIcon: true,
  providerName: true,
  codeCell: true,
  qrCode: true,
  option: true,
  mark: true,
  account: true,
  accountRow: true,
  accountStatus: true,
}

const isMapping = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

const entriesOf = (value: unknown) => (isMapping(value) ? Object.entries(Object(value)) : [])

/**
 * Finds what the kit ignores in an appearance that plain JavaScript may pass.
 * @param element The element that has it, to see whether the theme's stylesheet is loaded.
 */
export function checkAppearance(appearance: Appearance, element: Element): ConnectError[] {
  const mistakes: ConnectError[] = []
  const add = (name: string, rule: string) => {
    const detail = `"appearance.${name}" ${rule}; the value that was passed is ignored`
    mistakes.push(new ConnectError('invalid_option', { detail }))
  }
  const { theme, colorScheme } = appearance

  for (const name of Object.keys(appearance)) if (!Object.hasOwn(members, name)) add(name, 'does not exist')
  for (const name of ['variables', 'elements', 'layout'] as const)
    if (appearance[name] !== undefined && !isMapping(appearance[name])) add(name, 'must be an object')
  if (colorScheme !== undefined && !schemes.includes(colorScheme))
    add('colorScheme', `must be ${schemes.join(' or ')}`)
  for (const [name, values] of Object.entries(layouts)) {
    const value: unknown = Object(appearance.layout)[name]
    if (value !== undefined && !values.includes(value))
      add(`layout.${name}`, `must be ${values.join(' or ')}`)
  }
  if (theme !== undefined && !hasStyles(theme, element))
    add('theme', `needs the stylesheet of its theme, such as @connect-account/react/themes/${themes[0]}.css`)
  for (const [name, value] of entriesOf(appearance.variables)) {
    if (!Object.hasOwn(variables, name)) add(`variables.${name}`, 'does not exist')
    else if (value !== undefined && !isValidVariable(name, value))
      add(`variables.${name}`, 'must be a CSS value of its kind')
  }
  for (const [name, value] of entriesOf(appearance.elements)) {
    if (!Object.hasOwn(parts, name)) add(`elements.${name}`, 'does not exist')
    else if (value !== undefined && typeof value !== 'string') add(`elements.${name}`, 'must be class names')
  }
  return mistakes
}

/** Without the kit's stylesheet, as in tests, only the names of its own themes are known. */
function hasStyles(theme: string, element: Element): boolean {
  const style = getComputedStyle(element)
  if (!style.getPropertyValue('--_ca-ease')) return themes.includes(theme)
  return style.getPropertyValue('--_ca-look').trim() === theme
}
