/**
 * Remembers the focused element. The returned function restores the focus: to that element, to its nearest
 * ancestor that takes the focus, to its nearest ancestor that is left, or to the page's `main`.
 */
export function rememberFocus(page: Document): () => void {
  const opener = focused(page)
  const ancestors = ancestorsOf(opener)
  return () => {
    if (!opener) return
    const left = [opener, ...ancestors].filter((place) => place.isConnected && !place.contains(page.body))
    if (left.some(tryFocus)) return
    const next =
      left.find((place) => place !== opener) ?? page.querySelector<HTMLElement>('main, [role="main"]')
    if (next) focusTemporarily(next)
  }
}

/** The focused element, also in shadow trees. `undefined` if that is the body. */
function focused({ activeElement, body }: Document): HTMLElement | undefined {
  let element = activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== body ? element : undefined
}

/** The nearest ancestor first. */
function ancestorsOf(element: HTMLElement | undefined): HTMLElement[] {
  const ancestors: HTMLElement[] = []
  for (let place = element?.parentElement; place; place = place.parentElement) ancestors.push(place)
  return ancestors
}

/** Whether `element` took the focus. */
function tryFocus(element: HTMLElement): boolean {
  element.focus({ preventScroll: true })
  const root = element.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
}

/** Makes `element` focusable until it loses the focus. */
function focusTemporarily(element: HTMLElement): void {
  if (tryFocus(element)) return
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  tryFocus(element)
}
