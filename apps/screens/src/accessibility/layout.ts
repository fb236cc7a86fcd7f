import type { Page } from '@playwright/test'

/** Elements that a user points at. A radio button's target is its whole row. */
const CONTROLS =
  'a[href], button, input:not([type="hidden"], [type="radio"]), select, label:has([type="radio"])'

/** Elements of the kit whose content does not fit, and a page that scrolls sideways. */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) faults.push(`The page is ${scrollWidth} pixels wide.`)
    for (const element of document.querySelectorAll<HTMLElement>('[data-ca] *, [data-ca]')) {
      // Fields scroll their text, and hidden texts are one pixel wide.
      const isText =
        !element.matches('input, select, textarea, svg, svg *, iframe') && element.clientWidth > 1
      const { overflowX, overflowY } = getComputedStyle(element)
      const isWide = element.scrollWidth > element.clientWidth + 1
      const isHigh = element.scrollHeight > element.clientHeight + 1
      const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (isText && (isWide || (isHigh && isClipped(overflowY))))
        faults.push(`Does not fit (${overflowX}): ${element.outerHTML.slice(0, 120)}`)
    }
    return faults
  })
}

/** Pairs of the kit's controls that share more than a pixel. */
export function findOverlaps(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const controls = [...document.querySelectorAll('[data-ca]')].filter((element) =>
      element.matches(selector),
    )
    const boxed = controls
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1)
    return boxed.flatMap(({ element, box }, index) =>
      boxed
        .slice(index + 1)
        .filter(({ element: other, box: { left, right, top, bottom } }) => {
          const width = Math.min(box.right, right) - Math.max(box.left, left)
          const height = Math.min(box.bottom, bottom) - Math.max(box.top, top)
          // A button in a field is meant to be there.
          const isInField = element.matches('input') && element.parentElement?.contains(other)
          return width > 1 && height > 1 && !isInField
        })
        .map(({ element: other }) => `${element.outerHTML.slice(0, 90)} and ${other.outerHTML.slice(0, 90)}`),
    )
  }, CONTROLS)
}

/** Controls of the kit that are smaller than WCAG allows, and buttons that are smaller than the kit's own. */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    return [...document.querySelectorAll<HTMLElement>('[data-ca] *')].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      // Links in a sentence are exempt.
      const isInline = getComputedStyle(element).display === 'inline'
      if (!element.matches(selector) || isInline || width <= 1) return []
      const least = element.matches('[data-ca="button"]') ? 36 : 24
      // Sizes from em are rounded.
      if (Math.round(height) >= least && Math.round(width) >= 24) return []
      return [`${width} × ${height}: ${element.outerHTML.slice(0, 120)}`]
    })
  }, CONTROLS)
}
