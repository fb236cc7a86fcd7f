import { ConnectError } from '@connect-account/core'

const checked = new WeakSet<Document>()

/**
 * Reports once per page if the kit's stylesheet was loaded more than once: the copies may differ in version,
 * and the later one overrides what the host set in between.
 */
export function checkStyles(document: Document, report: (error: ConnectError) => void): void {
  if (checked.has(document)) return
  checked.add(document)
  const copies = countStyles(document)
  if (copies < 2) return
  const detail = `The page has ${copies} copies of styles.css`
  report(new ConnectError('stylesheet_repeated', { detail }))
}

/** How many copies of the kit's stylesheet the page has. */
export function countStyles(document: Document): number {
  return [...document.styleSheets].reduce((sum, sheet) => sum + countCopies(sheet), 0)
}

/** How often the kit's tokens are declared in a stylesheet, including imported and nested rules. */
function countCopies(holder: CSSStyleSheet | CSSGroupingRule): number {
  let copies = 0
  for (const rule of rulesOf(holder)) {
    if (rule instanceof CSSStyleRule) {
      // Each copy has one block of tokens. A reset with `all` sets every property, so it does not count.
      if (rule.style.getPropertyValue('--_ca-ease').includes('--ca-ease')) copies++
    } else if (rule instanceof CSSImportRule) {
      if (rule.styleSheet) copies += countCopies(rule.styleSheet)
    } else if (rule instanceof CSSGroupingRule) {
      copies += countCopies(rule)
    }
  }
  return copies
}

function rulesOf(holder: CSSStyleSheet | CSSGroupingRule): readonly CSSRule[] {
  try {
    return [...holder.cssRules]
  } catch {
    // The rules of a stylesheet from another origin cannot be read.
    return []
  }
}
