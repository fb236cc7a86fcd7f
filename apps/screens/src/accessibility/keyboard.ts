import type { Page } from '@playwright/test'

/** More than any screen has. */
const MOST_STOPS = 80
/** Milliseconds. The story closes the dialog by Storybook's own messages. */
const CLOSE_LIMIT = 3_000

/** What the user is on after a press of Tab. */
interface Stop {
  /** The position among the page's focusable elements. -1: none of them. */
  readonly index: number
  readonly html: string
  readonly isShown: boolean
}

/** Numbers every element that Tab should reach, after a start and before an end that leave the kit. */
function prepare(page: Page): Promise<number> {
  return page.evaluate(() => {
    const dialog = document.querySelector<HTMLElement>('dialog[open]')
    const scope = dialog ?? document.body
    if (!dialog)
      for (const place of ['prepend', 'append'] as const) {
        const edge = document.createElement('button')
        edge.textContent = place
        edge.dataset.edge = place
        document.body[place](edge)
      }
    const focusable =
      'a[href], button:not(:disabled), input:not(:disabled, [type="hidden"]), select:not(:disabled), textarea, summary'
    const names = new Set<string>()
    const reached = [...scope.querySelectorAll<HTMLElement>(focusable)].filter((element) => {
      if (element.tabIndex < 0 || element.closest('[inert]') || !element.checkVisibility()) return false
      // One stop for a group of radio buttons.
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true
      const isFirst = !names.has(element.name)
      names.add(element.name)
      return isFirst
    })
    for (const [index, element] of reached.entries()) element.dataset.stop = String(index)
    const start = dialog ? reached[0] : document.querySelector<HTMLElement>('[data-edge="prepend"]')
    start?.focus()
    return reached.length
  })
}

function readStop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return { index: -1, html: 'nothing', isShown: false }
    const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : undefined
    const first = group
      ? document.querySelector<HTMLElement>(`[name="${CSS.escape(group)}"][data-stop]`)
      : null
    const { left, top, width, height } = (element.closest('label') ?? element).getBoundingClientRect()
    const over = document.elementFromPoint(left + width / 2, top + height / 2)
    const row = element.closest('label') ?? element.parentElement
    return {
      index: Number((first ?? element).dataset.stop ?? -1),
      html: element.outerHTML.slice(0, 120),
      isShown:
        element.matches(':focus-visible') && !!over && (element.contains(over) || !!row?.contains(over)),
    }
  })
}

/** Walks through the page with Tab. Returns what it did not reach, and what it could not leave. */
export async function findUnreachable(page: Page): Promise<string[]> {
  const count = await prepare(page)
  if (count === 0) return []
  const faults: string[] = []
  const visited = [(await readStop(page)).index]
  while (visited.length < MOST_STOPS) {
    await page.keyboard.press('Tab')
    const { index, html, isShown } = await readStop(page)
    // The frame of a provider's widget has stops of its own.
    if (html.startsWith('<iframe')) continue
    if (index === -1 || index === visited[0]) break
    if (!isShown) faults.push(`The focus is not seen: ${html}`)
    visited.push(index)
    if (index === count - 1) break
  }
  const missing = Array.from({ length: count }, (_, index) => index).filter(
    (index) => !visited.includes(index),
  )
  for (const index of missing) {
    const html = await page.locator(`[data-stop="${index}"]`).evaluate(({ outerHTML }) => outerHTML)
    faults.push(`Tab does not reach ${html.slice(0, 120)}`)
  }
  if (visited.some((index, place) => place > 0 && index < (visited[place - 1] ?? 0)))
    faults.push(`Tab goes back: ${visited.join(', ')}`)
  const dialog = page.locator('dialog[open]')
  if ((await dialog.count()) > 0) {
    await page.keyboard.press('Escape')
    const isClosed = await dialog.waitFor({ state: 'hidden', timeout: CLOSE_LIMIT }).then(
      () => true,
      () => false,
    )
    if (!isClosed) faults.push('Escape does not close the dialog.')
  }
  return faults
}
