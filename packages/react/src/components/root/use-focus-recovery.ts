import { type FocusEvent, type RefObject, useEffect, useMemo, useRef } from 'react'

interface FocusRecovery {
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
  /** Whether the user is in the flow, though the element they were at may be gone. */
  mayTakeFocus(): boolean
}

/**
 * Keeps the focus in the flow: if the element that has it goes away, the flow itself takes it, so that it is never on the page's
 * body between two steps. With `takesFocus` the user counts as in the flow from the start.
 */
export function useFocusRecovery(place: RefObject<HTMLElement | null>, takesFocus: boolean): FocusRecovery {
  const isInside = useRef(takesFocus)
  const last = useRef<Element>(undefined)

  useEffect(() => {
    const { current } = place
    if (!current) return
    const observer = new MutationObserver(() => {
      const { activeElement, body } = current.ownerDocument
      const isLost = last.current?.isConnected === false && activeElement === body
      if (isLost) current.focus({ preventScroll: true })
    })
    observer.observe(current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [place])

  return useMemo(
    () => ({
      onFocus({ target }) {
        isInside.current = true
        last.current = target
      },
      onBlur({ relatedTarget, currentTarget }) {
        // No related target: the focused element went away with its step, or the window lost the focus.
        if (!relatedTarget || currentTarget.contains(relatedTarget)) return
        isInside.current = takesFocus
        last.current = undefined
      },
      mayTakeFocus() {
        if (!isInside.current) return false
        // The first screen asks before the flow's own element is known.
        const { current } = place
        if (takesFocus || !current) return takesFocus
        const { activeElement, body } = current.ownerDocument
        return activeElement === body || current.contains(focusedNear(current))
      },
    }),
    [place, takesFocus],
  )
}

/** The focused element; the page's own `activeElement` is the host of a shadow tree that has it. */
function focusedNear(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
}
