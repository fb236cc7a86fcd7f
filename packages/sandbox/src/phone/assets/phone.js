// Keeps the page fresh, copies codes, counts the authenticator's seconds and tells the time in the reader's zone.

const FRESHEN_MS = 1500

/** What the server last sent for a part of the page, so that what the script changed in it is no difference. */
const served = new Map()
const parts = ['screen', 'bar', 'people']

for (const id of parts) served.set(id, document.getElementById(id)?.innerHTML ?? '')
localiseTimes()
setInterval(countDown, 250)
setInterval(() => {
  if (!document.hidden) void freshen()
}, FRESHEN_MS)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void freshen()
})
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
  if (button instanceof HTMLElement) void copy(button)
})

let freshening = false

async function freshen() {
  if (freshening) return
  freshening = true
  try {
    const response = await fetch(pageAddress(), {
      headers: { accept: 'text/html' },
      cache: 'no-store',
      signal: AbortSignal.timeout(5000),
    })
    if (!response.ok) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    for (const id of parts) replace(id, page.getElementById(id))
    localiseTimes()
  } catch {
    // The sandbox is away; the next round asks again.
  } finally {
    freshening = false
  }
}

/** The page as a GET: after a refused form the address is the form's own, and the bar knows the screen. */
function pageAddress() {
  if (location.pathname === '/phone') return location.href
  return document.querySelector('#bar [aria-current]')?.href ?? '/phone'
}

/** Replaces a part when the server's words for it have changed and nobody is typing in it. */
function replace(id, fresh) {
  const shown = document.getElementById(id)
  if (!shown || !fresh) return
  const words = withoutSeconds(fresh)
  if (served.get(id) === words || isTyping(shown)) return
  served.set(id, words)
  const focused = document.activeElement?.id
  const openDetails = shown.querySelector('details[open]') !== null
  shown.replaceChildren(...fresh.childNodes)
  if (openDetails) shown.querySelector('details')?.setAttribute('open', '')
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
}

function isTyping(part) {
  const { activeElement } = document
  return part.contains(activeElement) && activeElement.matches('input, select, textarea')
}

/** The seconds left change all the time, and are counted here. */
function withoutSeconds(part) {
  const copy = part.cloneNode(true)
  for (const element of copy.querySelectorAll('[data-seconds-left]')) element.remove()
  return copy.innerHTML
}

const PERIOD = 30

function countDown() {
  const left = PERIOD - (Math.floor(Date.now() / 1000) % PERIOD)
  for (const element of document.querySelectorAll('[data-seconds-left]')) {
    if (element instanceof HTMLProgressElement) element.value = left
    else element.textContent = `${left} s`
  }
}

function localiseTimes() {
  for (const time of document.querySelectorAll('time')) {
    time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  }
}

async function copy(button) {
  const label = button.querySelector('[data-copy-label]')
  try {
    await navigator.clipboard.writeText(button.dataset.copy)
    label.textContent = 'Copied'
  } catch {
    label.textContent = 'Select it'
    const code = button.parentElement.querySelector('.code')
    getSelection().selectAllChildren(code)
  }
  setTimeout(() => {
    label.textContent = 'Copy'
  }, 2000)
}
