import type { DOMAttributes, SyntheticEvent } from 'react'

/**
 * Solves: a form of the host around the flow would see each keystroke and act on our changes and submits.
 * These events carry typed text or act on a form.
 */
export const PRIVATE_EVENTS = [
  'beforeinput',
  'change',
  'compositionend',
  'compositionstart',
  'compositionupdate',
  'copy',
  'cut',
  'formdata',
  'input',
  'invalid',
  'keydown',
  'keypress',
  'keyup',
  'paste',
  'reset',
  'submit',
] as const

/** Keys that a modal of the host around the flow needs, for its focus trap and to close. */
const SHARED_KEYS: readonly string[] = ['Tab', 'Escape']

const isShared = (event: { readonly nativeEvent?: Event } | Event) => {
  const native = event instanceof Event ? event : event.nativeEvent
  return native instanceof KeyboardEvent && SHARED_KEYS.includes(native.key)
}

function stopPrivate(event: SyntheticEvent) {
  if (!isShared(event)) event.stopPropagation()
}

/** React handlers that keep private events from the host's components. */
export const privateHandlers: DOMAttributes<HTMLElement> = {
  onBeforeInput: stopPrivate,
  onChange: stopPrivate,
  onCompositionEnd: stopPrivate,
  onCompositionStart: stopPrivate,
  onCompositionUpdate: stopPrivate,
  onCopy: stopPrivate,
  onCut: stopPrivate,
  onInput: stopPrivate,
  onInvalid: stopPrivate,
  onKeyDown: stopPrivate,
  onKeyPress: stopPrivate,
  onKeyUp: stopPrivate,
  onPaste: stopPrivate,
  onReset: stopPrivate,
  onSelect: stopPrivate,
  onSubmit: stopPrivate,
}

/** Keeps private events from the page's listeners above `place`. Returns a function that undoes it. */
export function stopPrivateEvents(place: HTMLElement): () => void {
  const stop = (event: Event) => {
    if (!isShared(event)) event.stopPropagation()
  }
  for (const type of PRIVATE_EVENTS) place.addEventListener(type, stop)
  return () => {
    for (const type of PRIVATE_EVENTS) place.removeEventListener(type, stop)
  }
}
