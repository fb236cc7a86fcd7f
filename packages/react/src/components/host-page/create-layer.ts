import { PRIVATE_EVENTS } from './private-events.ts'

/** An element at the end of the body for a portal. Its events reach only the portal. */
export interface Layer {
  readonly element: HTMLElement
  /** Adds the element to the page. Returns a function that removes it. */
  attach(): () => void
}

/** Events by which a modal of the host detects clicks outside of it and a focus that leaves it. */
const OUTSIDE_EVENTS = [
  'auxclick',
  'click',
  'contextmenu',
  'dblclick',
  'dragend',
  'dragenter',
  'dragleave',
  'dragover',
  'dragstart',
  'drop',
  'focusin',
  'focusout',
  'mousedown',
  'mousemove',
  'mouseout',
  'mouseover',
  'mouseup',
  'pointercancel',
  'pointerdown',
  'pointermove',
  'pointerout',
  'pointerover',
  'pointerup',
  'touchcancel',
  'touchend',
  'touchmove',
  'touchstart',
  'wheel',
]

const TYPES = [...PRIVATE_EVENTS, ...OUTSIDE_EVENTS]

/**
 * Content of third parties or of the host. It may listen at its own elements, so its events are not
 * redirected.
 */
const THIRD_PARTY = '[data-ca="captcha"], [data-ca="support"]'

/**
 * Solves: a modal of the host would close, or pull the focus back, when the user acts in the dialog above it.
 * Such a modal listens at the document, often in the capture phase. So the layer catches its events earlier,
 * at the window, and passes them to React's listeners at the layer. For a renderer that listens at each
 * element (Preact), they travel on and stop at the layer.
 */
export function createLayer(): Layer {
  const element = document.createElement('div')
  element.dataset.ca = 'layer'
  // React Aria's modals ignore an element with this attribute.
  element.setAttribute('data-react-aria-top-layer', 'true')
  // A modal of the host may set `pointer-events: none` on the body.
  element.style.pointerEvents = 'auto'

  const stop = (event: Event) => event.stopPropagation()
  for (const type of TYPES) element.addEventListener(type, stop)
  const listeners = recordListeners(element)

  function deliver(event: Event) {
    const [target] = event.composedPath()
    if (!(target instanceof Element) || !element.contains(target) || target.closest(THIRD_PARTY)) return
    const found = listeners.get(event.type)
    if (!found) return
    event.stopImmediatePropagation()
    for (const listener of [...found.capture, ...found.bubble]) listener.call(element, event)
  }

  // A modal of the host hides its siblings from assistive technology. The dialog above it must stay visible.
  const unhide = new MutationObserver(() => {
    for (const name of ['aria-hidden', 'inert']) element.removeAttribute(name)
  })

  return {
    element,
    attach() {
      document.body.append(element)
      for (const type of TYPES) window.addEventListener(type, deliver, true)
      unhide.observe(element, { attributes: true, attributeFilter: ['aria-hidden', 'inert'] })
      return () => {
        unhide.disconnect()
        for (const type of TYPES) window.removeEventListener(type, deliver, true)
        element.remove()
      }
    },
  }
}

interface Listeners {
  readonly capture: EventListener[]
  readonly bubble: EventListener[]
}

/** Records every listener that is added to `element`, by event type. */
function recordListeners(element: HTMLElement): ReadonlyMap<string, Listeners> {
  const byType = new Map<string, Listeners>()
  const listen = element.addEventListener.bind(element)
  element.addEventListener = (
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ) => {
    listen(type, listener, options)
    if (typeof listener !== 'function') return
    const found = byType.get(type) ?? { capture: [], bubble: [] }
    const isCapture = typeof options === 'object' ? options.capture : options
    found[isCapture ? 'capture' : 'bubble'].push(listener)
    byType.set(type, found)
  }
  return byType
}
