/** How soon a second click or Enter belongs to the first, in milliseconds: a double click's time. */
const SOON_MS = 450
/** How near, in CSS pixels. */
const NEAR = 16

/** Content of third parties or of the host, which has rules of its own. */
const FOREIGN = '[data-ca="captcha"], [data-ca="support"]'
const PRESSED = 'button, a, summary, [data-ca="dialog"]'

let uses = 0
/** The last click, if nothing was typed since. */
let click: { readonly at: number; readonly x: number; readonly y: number } | undefined
/** When Enter was pressed, if nothing was typed or pressed since. */
let enterAt = Number.NEGATIVE_INFINITY

/**
 * Solves: the second click of a double click hits what has come up under the pointer, and a second Enter or a
 * held one submits the next screen. So a click that repeats the one before it, and an Enter that follows
 * another one, do nothing in the kit. It listens at the window, before everything else, because the first
 * click may be the host's. Returns a function that stops it.
 */
export function ignoreRepeats(): () => void {
  if (uses++ === 0) {
    window.addEventListener('click', onClick, true)
    window.addEventListener('keydown', onKey, true)
    window.addEventListener('input', forget, true)
    window.addEventListener('pointerdown', forgetEnter, true)
  }
  return () => {
    if (--uses > 0) return
    window.removeEventListener('click', onClick, true)
    window.removeEventListener('keydown', onKey, true)
    window.removeEventListener('input', forget, true)
    window.removeEventListener('pointerdown', forgetEnter, true)
  }
}

function forget() {
  click = undefined
  forgetEnter()
}

function forgetEnter() {
  enterAt = Number.NEGATIVE_INFINITY
}

/** Scripts, such as the tests of a host, may click as fast as they like. A key's click has no `detail`. */
function onClick(event: MouseEvent) {
  const { isTrusted, detail, timeStamp: at, clientX: x, clientY: y } = event
  if (!isTrusted || detail === 0) return
  // A label passes its click on to its control, with the same time.
  if (at === click?.at) return
  const isNear = click && Math.max(Math.abs(click.x - x), Math.abs(click.y - y)) <= NEAR
  const isRepeat = detail > 1 || (isNear && click && at - click.at < SOON_MS)
  click = { at, x, y }
  if (isRepeat && pressedIn(event)) ignore(event)
}

function onKey(event: KeyboardEvent) {
  if (!event.isTrusted) return
  const isSoon = event.timeStamp - enterAt < SOON_MS
  forget()
  if (event.key !== 'Enter' || event.isComposing) return
  enterAt = event.timeStamp
  const [target] = event.composedPath()
  if ((event.repeat || isSoon) && isOurs(target) && !(target instanceof HTMLTextAreaElement)) ignore(event)
}

function pressedIn(event: Event): boolean {
  const [target] = event.composedPath()
  return target instanceof Element && target.closest(PRESSED) !== null && isOurs(target)
}

function isOurs(target: EventTarget | undefined): boolean {
  return target instanceof Element && !target.closest(FOREIGN) && target.closest('[data-ca]') !== null
}

function ignore(event: Event) {
  event.preventDefault()
  event.stopImmediatePropagation()
}
