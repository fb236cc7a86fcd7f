/**
 * Remembers what has the focus now. The returned function gives it back: to the same element, or, if that is gone or takes no focus
 * any more, to the nearest element around it that takes the focus, or else to the nearest one that is left, or to the page's main part.
 */
export function rememberFocus(page: Document): () => void {
  const opener = focused(page)
  const places = around(opener)
  return () => {
    if (!opener) return
    const left = [opener, ...places].filter((place) => place.isConnected && !place.contains(page.body))
    if (left.some(take)) return
    const next =
      left.find((place) => place !== opener) ?? page.querySelector<HTMLElement>('main, [role="main"]')
    if (next) takeForNow(next)
  }
}

/** The focused element, within shadow trees too; none while it is the body. */
function focused({ activeElement, body }: Document): HTMLElement | undefined {
  let element = activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element instanceof HTMLElement && element !== body ? element : undefined
}

/** The elements around it, from the nearest outwards. */
function around(element: HTMLElement | undefined): HTMLElement[] {
  const places: HTMLElement[] = []
  for (let place = element?.parentElement; place; place = place.parentElement) places.push(place)
  return places
}

function take(element: HTMLElement): boolean {
  element.focus({ preventScroll: true })
  const root = element.getRootNode()
  return (root instanceof Document || root instanceof ShadowRoot) && root.activeElement === element
}

/** The focus for something that takes none by itself, until it leaves. */
function takeForNow(element: HTMLElement): void {
  if (take(element)) return
  element.tabIndex = -1
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true })
  take(element)
}
