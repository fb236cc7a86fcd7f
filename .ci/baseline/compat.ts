/**
 * Finds the web APIs and JavaScript built-ins that are newer than the supported browsers, with MDN's
 * browser-compat-data. The browsers are those of `browserslist` in the root package.json.
 */
import { createRequire } from 'node:module'
import type { BrowserName, CompatData, CompatStatement, Identifier } from '@mdn/browser-compat-data'
import browserslist from 'browserslist'

const compat: CompatData = createRequire(import.meta.url)('@mdn/browser-compat-data')

const nameAtMdn: Readonly<Record<string, BrowserName>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'safari_ios',
}

/** The browsers that lack a feature, each with the version that added it: `chrome 116`. */
export type LackedBy = readonly string[]

function oldestVersions() {
  const oldest = new Map<BrowserName, string>()
  for (const entry of browserslist(undefined, { path: import.meta.dirname })) {
    const [name = '', versions = ''] = entry.split(' ')
    const browser = nameAtMdn[name]
    if (!browser) throw new Error(`browserslist names ${name}, which the baseline check does not know.`)
    // Some entries are ranges: `16.4-16.5`.
    const version = versions.replace(/-.*/, '')
    const known = oldest.get(browser)
    if (!known || isOlder(version, known)) oldest.set(browser, version)
  }
  return oldest
}

function isOlder(a: string, b: string): boolean {
  const [major = 0, minor = 0] = a.split('.').map(Number)
  const [majorOfB = 0, minorOfB = 0] = b.split('.').map(Number)
  return major < majorOfB || (major === majorOfB && minor < minorOfB)
}

const oldest = oldestVersions()

/**
 * A feature behind a flag or a prefix counts as missing. An entry without support data counts as supported.
 */
function browsersWithout(entry: Identifier | CompatStatement): LackedBy {
  const support = '__compat' in entry && entry.__compat?.support
  if (!support) return []
  return [...oldest].flatMap(([browser, version]) => {
    const statements = [support[browser] ?? []].flat()
    const plain = statements.filter(
      (statement) => !statement.flags && !statement.prefix && !statement.alternative_name,
    )
    const isThere = plain.some(
      ({ version_added: added, version_removed: removed }) =>
        typeof added === 'string' &&
        added !== 'preview' &&
        !isOlder(version, added.replace('≤', '')) &&
        !(typeof removed === 'string' && !isOlder(version, removed)),
    )
    return isThere ? [] : [`${browser} ${plain[0]?.version_added || 'never'}`]
  })
}

/**
 * The features that are too new, each with the browsers that lack it: whole interfaces, and members of
 * supported interfaces. A static member of a web API is named `AbortSignal.any_static`; those of the language
 * have no suffix.
 */
export const tooNew = { interfaces: new Map<string, LackedBy>(), members: new Map<string, LackedBy>() }

for (const [owner, entry] of Object.entries({ ...compat.javascript.builtins, ...compat.api })) {
  const lackedBy = browsersWithout(entry)
  if (lackedBy.length > 0) {
    tooNew.interfaces.set(owner, lackedBy)
    continue
  }
  for (const [key, member] of Object.entries(entry)) {
    // Constructors, symbols, events and single behaviors such as `options_quality_parameter` have no name in
    // code.
    if (key === owner || /^@@|_/.test(key.replace(/_static$/, ''))) continue
    const lackedByMember = browsersWithout(member)
    if (lackedByMember.length > 0) tooNew.members.set(`${owner}.${key}`, lackedByMember)
  }
}
