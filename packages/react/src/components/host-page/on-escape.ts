interface EscapeHandler {
  /** Whether an Escape that was pressed at `target` is for this handler. */
  isFor(target: Node): boolean
  run(): void
}

/** The innermost last. */
const handlers: EscapeHandler[] = []
let isHandled = false

/**
 * Handles Escape before any modal of the host's hears of it. Those listen as far out as the document, in the capture phase, so this
 * listens at the window. Of several handlers the one that was added last comes first. Returns the function that removes it.
 */
export function onEscape(handler: EscapeHandler): () => void {
  if (handlers.length === 0) {
    window.addEventListener('keydown', press, true)
    window.addEventListener('keyup', release, true)
  }
  handlers.push(handler)
  return () => {
    handlers.splice(handlers.indexOf(handler), 1)
    // The keyup of the Escape that closed it is still to come.
    if (handlers.length === 0 && !isHandled) stopListening()
  }
}

function stopListening() {
  window.removeEventListener('keydown', press, true)
  window.removeEventListener('keyup', release, true)
}

function press(event: KeyboardEvent) {
  // While text is composed, Escape belongs to the input method.
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
  const [target] = event.composedPath()
  // A key that is held down closes one thing, not one after the other.
  const isHeld = event.repeat && isHandled
  const handler = isHeld
    ? undefined
    : handlers.findLast(({ isFor }) => target instanceof Node && isFor(target))
  isHandled = isHeld || handler !== undefined
  if (!isHandled) return
  event.preventDefault()
  event.stopImmediatePropagation()
  handler?.run()
}

function release(event: KeyboardEvent) {
  if (event.key !== 'Escape' || !isHandled) return
  isHandled = false
  event.stopImmediatePropagation()
  if (handlers.length === 0) stopListening()
}
