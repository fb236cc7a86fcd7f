/** The computed properties and the box of each element, by its position in the tree. */
type Measured = ReadonlyMap<string, readonly string[]>

/** Every computed property. Logical ones are left out, because they repeat the physical ones. */
const PROPERTIES = [...getComputedStyle(document.documentElement)].filter(
  (name) => !name.startsWith('--') && !/(^|-)(inline|block)(-|$)/.test(name),
)
/** Hundreds of countries look the same, so a few are enough. */
const REPEATED = 'option:nth-child(n + 4)'
/** These have no effect on SVG shapes. */
const OF_BOXES = /^(border|box-sizing)/

const readStyle = (style: CSSStyleDeclaration) =>
  PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`)

function nameOf(element: Element): string {
  const part = element.getAttribute('data-ca') ?? element.tagName.toLowerCase()
  const parent = element.parentElement
  const place = parent ? [...parent.children].indexOf(element) : 0
  return parent?.closest('[data-ca]') ? `${nameOf(parent)} > ${part}:${place}` : part
}

function boxOf(element: Element, origin: DOMRect): string {
  if (!element.checkVisibility()) return 'none'
  const { x, y, width, height } = element.getBoundingClientRect()
  return [x - origin.x, y - origin.y, width, height].map(Math.round).join(' ')
}

/** Measures `root`, its descendants and their pseudo-elements. */
export function measure(root: Element): Measured {
  const origin = root.getBoundingClientRect()
  const measured = new Map<string, readonly string[]>()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.matches(REPEATED)) continue
    const name = nameOf(element)
    measured.set(name, [...readStyle(getComputedStyle(element)), `box: ${boxOf(element, origin)}`])
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(element, pseudo)
      measured.set(`${name}${pseudo}`, style.content === 'none' ? ['content: none'] : readStyle(style))
    }
  }
  return measured
}

/** Lists the differences, one per line. */
export function differences(clean: Measured, found: Measured): string[] {
  return [...found].flatMap(([name, declarations]) => {
    const expected = new Set(clean.get(name))
    const isShape = / > (g|path|rect|title|phone-notice|qr-ring-line):\d+$/.test(name)
    return declarations
      .filter((line) => !expected.has(line) && !(isShape && OF_BOXES.test(line)))
      .map((line) => `${name} { ${line} }`)
  })
}
