/** What the browser made of the kit, by the place of each element: all its computed properties, as one text, and its box. */
type Measured = ReadonlyMap<string, string>

/** One of the hundreds of countries is as good as all. */
const REPEATED = 'option:nth-child(n + 4)'
/** Shapes in a drawing have no box that these could change. */
const OF_BOXES = /^(border|box-sizing)/

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

/** Measures `root` and all in it, with the pseudo-elements. */
export function measure(root: Element): Measured {
  const origin = root.getBoundingClientRect()
  const measured = new Map<string, string>()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.matches(REPEATED)) continue
    const name = nameOf(element)
    measured.set(name, `${getComputedStyle(element).cssText} box: ${boxOf(element, origin)};`)
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(element, pseudo)
      measured.set(`${name}${pseudo}`, style.content === 'none' ? 'content: none;' : style.cssText)
    }
  }
  return measured
}

const declarationsOf = (text = '') => text.split(/; ?/).filter((line) => line && !line.startsWith('--'))

/** What is not the same, one line each. */
export function differences(clean: Measured, found: Measured): string[] {
  return [...found].flatMap(([name, text]) => {
    const expected = clean.get(name)
    if (text === expected) return []
    const before = new Set(declarationsOf(expected))
    const isShape = / > (path|rect):\d+$/.test(name)
    return declarationsOf(text)
      .filter((line) => !before.has(line) && !(isShape && OF_BOXES.test(line)))
      .map((line) => `${name} { ${line} }`)
  })
}
