// Refreshes the page, copies codes, counts the authenticator's seconds and shows times in the local time zone.

const REFRESH_MS = 1500

/** The HTML that the server last sent for each part, so that the script's own changes do not count as changes. */
const served = new Map()
const parts = ['screen', 'bar', 'people']

for (const id of parts) served.set(id, document.getElementById(id)?.innerHTML ?? '')
localizeTimes()
setInterval(countDown, 250)
setInterval(() => {
  if (!document.hidden) void refresh()
}, REFRESH_MS)
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void refresh()
})
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null
  if (button instanceof HTMLElement) void copy(button)
})

let refreshing = false

async function refresh() {
  if (refreshing) return
  refreshing = true
  try {
    const response = await fetch(pageAddress(), {
      headers: { accept: 'text/html' },
      cache: 'no-store',
      signal: AbortSignal.timeout(5000),
    })
    if (!response.ok) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    for (const id of parts) replace(id, page.getElementById(id))
    localizeTimes()
  } catch {
    // The sandbox is not running; the next refresh tries again.
  } finally {
    refreshing = false
  }
}

/** Returns the address to refresh from. After a refused form it is the form's own, so the bar's current link is used. */
function pageAddress() {
  if (location.pathname === '/phone') return location.href
  return document.querySelector('#bar [aria-current]')?.href ?? '/phone'
}

/** Replaces a part if the server's HTML for it has changed and the user is not typing in it. */
function replace(id, updated) {
  const shown = document.getElementById(id)
  if (!shown || !updated) return
  const html = withoutSeconds(updated)
  if (served.get(id) === html || isTyping(shown)) return
  served.set(id, html)
  const focused = document.activeElement?.id
  const openDetails = shown.querySelector('details[open]') !== null
  shown.replaceChildren(...updated.childNodes)
  if (openDetails) shown.querySelector('details')?.setAttribute('open', '')
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
}

function isTyping(part) {
  const { activeElement } = document
  return part.contains(activeElement) && activeElement.matches('input, select, textarea')
}

/** Leaves out the seconds, which change all the time and are counted here. */
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

function localizeTimes() {
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
