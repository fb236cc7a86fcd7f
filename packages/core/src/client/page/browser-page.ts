import type { BrowserGlobals, Channel } from './browser-globals.ts'
import type { ClientPage } from './client-page.ts'
import { claimByLock } from './stream-locks.ts'
import { createStreamSlot } from './stream-slot.ts'

const CHANNEL = 'connect-account:changes'

export function createBrowserPage(browser: BrowserGlobals): ClientPage {
  const { document } = browser
  const listeners = new Set<() => void>()
  const announcementListeners = new Set<() => void>()
  let channel: Channel | undefined
  let isGone = false

  const state = () => (isGone ? 'gone' : document.visibilityState === 'visible' ? 'visible' : 'hidden')
  const streams = createStreamSlot(claimByLock(browser.navigator.locks), () => state() === 'visible')

  function change() {
    // A page in the back/forward cache must not keep a channel open.
    updateChannel()
    streams.update()
    for (const listener of [...listeners]) listener()
  }
  const onPageHide = () => {
    isGone = true
    change()
  }
  const onPageShow = () => {
    isGone = false
    change()
  }

  function updateListeners() {
    const set = listeners.size > 0 ? 'addEventListener' : 'removeEventListener'
    document[set]('visibilitychange', change)
    browser[set]('online', change)
    browser[set]('pagehide', onPageHide)
    browser[set]('pageshow', onPageShow)
    isGone &&= listeners.size > 0
  }

  function openChannel(): Channel | undefined {
    try {
      return browser.BroadcastChannel && new browser.BroadcastChannel(CHANNEL)
    } catch {
      // The browser refuses a channel, as in a sandboxed frame: other tabs find the change with their next
      // poll.
      return undefined
    }
  }

  function notifyOfChange() {
    for (const listener of [...announcementListeners]) listener()
  }

  function updateChannel() {
    const isWanted = announcementListeners.size > 0 && !isGone
    if (isWanted && !channel) {
      channel = openChannel()
      channel?.addEventListener('message', notifyOfChange)
    } else if (!isWanted) {
      channel?.close()
      channel = undefined
    }
  }

  return {
    get state() {
      return state()
    },
    onChange(listener) {
      listeners.add(listener)
      updateListeners()
      return () => {
        listeners.delete(listener)
        updateListeners()
      }
    },
    streams,
    announceChange() {
      notifyOfChange()
      // A channel does not receive its own messages.
      if (channel) return channel.postMessage(CHANNEL)
      const once = openChannel()
      once?.postMessage(CHANNEL)
      once?.close()
    },
    onAnnouncedChange(listener) {
      announcementListeners.add(listener)
      updateChannel()
      return () => {
        announcementListeners.delete(listener)
        updateChannel()
      }
    },
  }
}
