interface EscapeHandler {
  /** Whether this handler handles an Escape that was pressed at `target`. */
  isFor(target: Node): boolean
  run(): void
}

/** The innermost is last. */
const handlers: EscapeHandler[] = []
let isHandled = false

/**
 * Solves: Escape would also close a modal of the host. Such modals listen at the document, in the capture
 * phase, so this listens at the window. The handler that was added last is asked first. Returns a function
 * that removes it.
 */
export function onEscape(handler: EscapeHandler): () => void {
  if (handlers.length === 0) {
    window.addEventListener('keydown', press, true)
    window.addEventListener('keyup', release, true)
  }
  handlers.push(handler)
  return () => {
    handlers.splice(handlers.indexOf(handler), 1)
    // Otherwise the keyup of the Escape that was just handled still has to be stopped.
    if (handlers.length === 0 && !isHandled) stopListening()
  }
}

function stopListening() {
  window.removeEventListener('keydown', press, true)
  window.removeEventListener('keyup', release, true)
}

function press(event: KeyboardEvent) {
  // During composition, Escape belongs to the input method.
  if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
  const [target] = event.composedPath()
  // A key that is held down closes only one thing.
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
