import bcd from '@mdn/browser-compat-data' with { type: 'json' }
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data'
import browserslist from 'browserslist'
import { type CssNode, type Declaration, generate, parse, type WalkContext, walk } from 'css-tree'

/** Browserslist's names to MDN's. */
const NAMES: Readonly<Record<string, string>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
}

/** The oldest version of each browser in package.json's `browserslist`. */
function readBaseline(): Map<string, number> {
  const oldest = new Map<string, number>()
  for (const entry of browserslist(null, { path: import.meta.dirname })) {
    const [browser = '', versions = ''] = entry.split(' ')
    const name = NAMES[browser]
    const version = Number.parseFloat(versions)
    if (name && version < (oldest.get(name) ?? Number.POSITIVE_INFINITY)) oldest.set(name, version)
  }
  return oldest
}

const baseline = readBaseline()
const { properties = {}, selectors = {}, types = {}, 'at-rules': atRules = {} } = bcd.css

/**
 * Whether a browser supports a feature only since a version after the baseline.
 * @param prefixes The prefixes with which the stylesheet repeats it.
 * A feature that a browser never supports, such as a cursor on a phone, is not missing.
 */
function isMissing({ support }: CompatStatement, prefixes: readonly string[] = []): boolean {
  return [...baseline].some(([browser, oldest]) => {
    const statements = [support[browser as keyof typeof support] ?? []].flat()
    const isKnown = statements.some(
      ({ version_added: added, version_removed: removed, prefix, alternative_name: other, flags }) =>
        typeof added === 'string' &&
        Number.parseFloat(added.replace('≤', '')) <= oldest &&
        !removed &&
        !other &&
        !flags &&
        (!prefix || prefixes.includes(prefix)),
    )
    return !isKnown && statements.some(({ version_added: added }) => added !== false)
  })
}

/** Finds every entry with this name at any depth, because functions are listed under several types. */
function findTypes(name: string, within: Identifier = types): CompatStatement[] {
  const { __compat: _, ...entries } = within
  return Object.entries<Identifier>(entries).flatMap(([key, entry]) => {
    const own = key === name && entry.__compat ? [entry.__compat] : []
    return [...own, ...findTypes(name, entry)]
  })
}

const UNITS: Readonly<Record<string, Identifier | undefined>> = {
  dvb: types.length?.viewport_percentage_units_dynamic,
  dvh: types.length?.viewport_percentage_units_dynamic,
  dvi: types.length?.viewport_percentage_units_dynamic,
  cqi: types.length?.container_query_length_units,
}
const OLD_UNITS = new Set(['px', 'em', 'rem', 'ms', 's', 'deg', 'turn', 'fr', 'vh', 'vw', 'ch'])

/** Properties that a browser may lack: only line breaks or the color of a radio button change. */
const DECORATION = new Set(['text-wrap', 'accent-color', 'overscroll-behavior'])

/** Lists what a stylesheet uses outside of `@supports` that a supported browser lacks, by MDN's data. */
export function unsupportedCss(css: string): string[] {
  const found = new Set<string>()
  const check = (name: string, entry: Identifier | undefined, prefixes?: readonly string[]) => {
    if (!entry?.__compat || isMissing(entry.__compat, prefixes)) found.add(name)
  }

  const onParseError = ({ message }: Error) => found.add(message)
  walk(parse(css, { parseCustomProperty: true, onParseError }), {
    enter(this: WalkContext, node: CssNode) {
      if (this.atrule?.name === 'supports') return
      if (node.type === 'Atrule') check(`@${node.name}`, atRules[node.name])
      if (node.type === 'Rule' && this.rule) found.add('nesting')
      // MDN lists `max-width` as `width`.
      if (node.type === 'Feature')
        check(`(${node.name})`, atRules.media?.[node.name.replace(/^(min|max)-/, '')])
      if (node.type === 'FeatureRange') check('(<)', atRules.media?.range_syntax)
      if (node.type === 'NestingSelector') found.add('nesting')
      if (node.type === 'PseudoClassSelector') check(`:${node.name}`, selectors[node.name])
      if (node.type === 'PseudoElementSelector' && !node.name.startsWith('-'))
        check(`::${node.name}`, selectors[node.name])
      if (node.type === 'Dimension' && !OLD_UNITS.has(node.unit)) check(node.unit, UNITS[node.unit])
      if (node.type === 'Function' && this.declaration) {
        // Some functions are listed under the property that takes them.
        const entries = [
          ...findTypes(node.name),
          ...findTypes(node.name, properties[this.declaration.property]),
        ]
        if (entries.length === 0 || entries.every((entry) => isMissing(entry))) found.add(`${node.name}()`)
      }
      if (node.type === 'Url') found.add(`url(${node.value})`)
      if (node.type === 'Declaration') checkDeclaration(node, siblingsOf(node, this.block))
    },
  })
  return [...found].sort()

  function checkDeclaration({ property, value }: Declaration, siblings: readonly string[]) {
    if (property.startsWith('--') || DECORATION.has(property)) return
    const entry = properties[property]
    const prefixes = ['-webkit-', '-moz-'].filter((prefix) => siblings.includes(`${prefix}${property}`))
    // A prefixed property repeats the standard one, or exists in one browser only.
    if (!property.startsWith('-')) check(property, entry, prefixes)
    if (!entry || value.type !== 'Value') return
    for (const part of value.children) {
      if (part.type !== 'Identifier') continue
      const keyword = entry[part.name]?.__compat ?? types.global_keywords?.[part.name]?.__compat
      if (keyword && isMissing(keyword, prefixes)) found.add(`${property}: ${generate(part)}`)
    }
  }
}

function siblingsOf(declaration: Declaration, block: CssNode | null): string[] {
  if (block?.type !== 'Block') return [declaration.property]
  return [...block.children].flatMap((node) => (node.type === 'Declaration' ? [node.property] : []))
}
