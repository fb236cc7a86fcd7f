/** How many dialogs lock the scroll. An attribute, because one page may load two copies of the kit. */
const COUNT = 'data-ca-dialogs'
/** The element whose `overflow` applies to the window: `html`, or `body` if `html` sets none. */
const LOCK = 'data-ca-scroll-lock'
/** Reserves the width of the hidden scrollbar. */
const GUTTER = 'data-ca-scroll-gutter'

/**
 * Keeps the page from scrolling. It sets attributes for the stylesheet and no inline styles, so a scroll lock
 * of the host, which saves and restores inline styles, can't undo it. Returns a function that unlocks.
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
