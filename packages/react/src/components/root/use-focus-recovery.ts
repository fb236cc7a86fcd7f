import { type FocusEvent, type RefObject, useEffect, useMemo, useRef } from 'react'

interface FocusRecovery {
  onFocus(event: FocusEvent): void
  onBlur(event: FocusEvent): void
  /** Whether the user is in the flow, even if the element that had the focus was removed. */
  mayTakeFocus(): boolean
}

/**
 * Moves the focus to `place` if the focused element in it is removed, so that it does not fall to the body
 * between two steps. With `takesFocus`, the user counts as in the flow from the start.
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
        // Without a related target, the focused element was removed or the window lost the focus.
        if (!relatedTarget || currentTarget.contains(relatedTarget)) return
        isInside.current = takesFocus
        last.current = undefined
      },
      mayTakeFocus() {
        if (!isInside.current) return false
        // The first screen calls this before `place` is mounted.
        const { current } = place
        if (takesFocus || !current) return takesFocus
        const { activeElement, body } = current.ownerDocument
        return activeElement === body || current.contains(focusedNear(current))
      },
    }),
    [place, takesFocus],
  )
}

/** The focused element in the same tree. For a shadow tree, `document.activeElement` is only its host. */
function focusedNear(element: Element): Element | null {
  const root = element.getRootNode()
  return root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null
}
