import type { Page } from '@playwright/test'

/** Elements that a user points at. A radio button's target is its whole row. */
const CONTROLS =
  'a[href], button, input:not([type="hidden"], [type="radio"]), select, label:has([type="radio"])'

/** Texts of the kit that leave their box, and a kit that is wider than the window. */
export function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const { clientWidth } = document.documentElement
    for (const root of document.querySelectorAll('[data-ca="root"]')) {
      const { left, right } = root.getBoundingClientRect()
      if (left < -1 || right > clientWidth + 1) faults.push(`The kit is from ${left} to ${right} pixels.`)
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        let box = text.parentElement
        while (box && /^(inline|contents)$/.test(getComputedStyle(box).display)) box = box.parentElement
        // Texts for screen readers are one pixel wide, and the browser shows as much of an option as it can.
        if (!text.nodeValue?.trim() || !box?.checkVisibility() || box.clientWidth <= 1) continue
        if (box.closest('select, svg')) continue
        const range = document.createRange()
        range.selectNodeContents(text)
        const shown = range.getBoundingClientRect()
        const { left, right, top, bottom } = box.getBoundingClientRect()
        // A line may be higher than its box by the room above and below its letters.
        const room = shown.height / 4
        const isWide = shown.left < left - 1 || shown.right > right + 1
        if (isWide || shown.top < top - room || shown.bottom > bottom + room)
          faults.push(`"${text.nodeValue}" leaves ${box.outerHTML.slice(0, 100)}`)
      }
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
      const isInSentence = element.matches('a') && element.parentElement?.textContent !== element.textContent
      // A host's own button is as large as the host wants.
      const isOfKit = element.matches('[data-ca], label, [data-ca="support"] a')
      if (!isOfKit || !element.matches(selector) || isInSentence || width <= 1) return []
      const least = element.matches('[data-ca="button"]') ? 36 : 24
      // Sizes from em are rounded.
      if (Math.round(height) >= least && Math.round(width) >= 24) return []
      return [`${width} × ${height}: ${element.outerHTML.slice(0, 120)}`]
    })
  }, CONTROLS)
}
