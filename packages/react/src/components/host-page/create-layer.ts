import { PRIVATE_EVENTS } from './private-events.ts'

/** An element at the end of the page's body, for a portal whose events concern nobody but the portal. */
export interface Layer {
  readonly element: HTMLElement
  /** Puts it into the page. Returns the function that takes it out. */
  attach(): () => void
}

/** What a modal of the host's decides by: whether somebody acts outside of it, and where the focus goes. */
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

/** Drawn by the host or for it: these may listen at their own elements, so their events travel as usual. */
const FOREIGN = '[data-ca="captcha"], [data-ca="support"]'

/**
 * A host's modal listens at the document, often in the capture phase: to close when somebody clicks outside of it, and to take the
 * focus back. So events from within the layer are caught before, at the window, and given to React's own listeners at the layer.
 * If nothing listens there, as with a renderer that listens at each element, they go on to the layer and no further.
 */
export function createLayer(): Layer {
  const element = document.createElement('div')
  element.dataset.ca = 'layer'
  // React Aria leaves alone what is marked so.
  element.setAttribute('data-react-aria-top-layer', 'true')
  // A host's modal may switch the pointer off for all of the body.
  element.style.pointerEvents = 'auto'

  const stop = (event: Event) => event.stopPropagation()
  for (const type of TYPES) element.addEventListener(type, stop)
  const listeners = recordListeners(element)

  function deliver(event: Event) {
    const [target] = event.composedPath()
    if (!(target instanceof Element) || !element.contains(target) || target.closest(FOREIGN)) return
    const found = listeners.get(event.type)
    if (!found) return
    event.stopImmediatePropagation()
    for (const listener of [...found.capture, ...found.bubble]) listener.call(element, event)
  }

  // A host's modal hides everything beside itself from assistive technology; what is above it has to stay there.
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

/** Every function that will listen at `element`, by its event's type. */
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
