/** How many dialogs keep the page from scrolling; on the page, since two copies of the kit may be in it. */
const COUNT = 'data-ca-dialogs'
/** Whose `overflow` is the window's: `html`, or `body` unless the former says anything. */
const LOCK = 'data-ca-scroll-lock'
/** Keeps the room of a scrollbar that has gone. */
const GUTTER = 'data-ca-scroll-gutter'

/**
 * Keeps the page from scrolling, by attributes for the stylesheet: a lock of the host's, which sets and restores styles, neither
 * sees nor undoes it. Returns the function that lets it scroll again.
 */
export function lockScroll({ documentElement: html, defaultView }: Document): () => void {
  const count = Number(html.getAttribute(COUNT) ?? 0)
  html.setAttribute(COUNT, String(count + 1))
  if (count === 0 && defaultView) {
    const { overflowX, overflowY } = defaultView.getComputedStyle(html)
    if (defaultView.innerWidth > html.clientWidth) html.setAttribute(GUTTER, '')
    html.setAttribute(LOCK, overflowX === 'visible' && overflowY === 'visible' ? 'body' : 'html')
  }
  return () => {
    const left = Number(html.getAttribute(COUNT)) - 1
    if (left > 0) return html.setAttribute(COUNT, String(left))
    for (const name of [COUNT, LOCK, GUTTER]) html.removeAttribute(name)
  }
}
