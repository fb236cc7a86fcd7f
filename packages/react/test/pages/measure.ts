/** What the browser made of one element: every computed property, and its box within the page of the kit. */
type Measured = Readonly<Record<string, string>>

/** One of the hundreds of countries is as good as all. */
const REPEATED = 'option:nth-child(n + 4)'

/** Shapes in a drawing have no box that these could change. */
const OF_BOXES = /^(border|box-sizing)/

function readStyle(element: Element, pseudo?: '::before' | '::after'): Record<string, string> {
  const style = getComputedStyle(element, pseudo)
  const isShape = element instanceof SVGElement && element.ownerSVGElement !== null
  const values: Record<string, string> = {}
  for (const name of style)
    if (!name.startsWith('--') && !(isShape && OF_BOXES.test(name)))
      values[name] = style.getPropertyValue(name)
  return values
}

function nameOf(element: Element): string {
  const part = element.getAttribute('data-ca') ?? element.tagName.toLowerCase()
  const parent = element.parentElement
  const place = parent ? [...parent.children].indexOf(element) : 0
  return parent?.closest('[data-ca]') ? `${nameOf(parent)} > ${part}:${place}` : part
}

/** Every element of the kit under `root`, its pseudo-elements too. */
export function measure(root: Element): Map<string, Measured> {
  const origin = root.getBoundingClientRect()
  const measured = new Map<string, Measured>()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.matches(REPEATED)) continue
    const name = nameOf(element)
    const { x, y, width, height } = element.getBoundingClientRect()
    const isShown = element.checkVisibility()
    const box = (isShown ? [x - origin.x, y - origin.y, width, height] : []).map(Math.round)
    measured.set(name, { ...readStyle(element), box: box.join(' ') })
    for (const pseudo of ['::before', '::after'] as const) {
      const { content } = getComputedStyle(element, pseudo)
      measured.set(`${name}${pseudo}`, content === 'none' ? { content } : readStyle(element, pseudo))
    }
  }
  return measured
}

/** What is not the same, one line each. */
export function differences(clean: Map<string, Measured>, found: Map<string, Measured>): string[] {
  const lines: string[] = []
  for (const [name, values] of found) {
    const expected = clean.get(name) ?? {}
    for (const property of new Set([...Object.keys(expected), ...Object.keys(values)]))
      if (expected[property] !== values[property])
        lines.push(`${name} { ${property}: ${expected[property]} → ${values[property]} }`)
  }
  return lines
}
