import type { BrowserGlobals, Locks } from '../client/page/browser-globals.ts'
import { createBrowserPage } from '../client/page/browser-page.ts'
import type { ClientPage } from '../client/page/client-page.ts'

/** A browser tab that a test controls. */
export interface ManualTab {
  readonly page: ClientPage
  hide(): void
  show(): void
  /** Unloads the page into the back/forward cache. */
  leave(): void
  comeBack(): void
  /** Reports that the network is available again. */
  goOnline(): void
  /** How many listeners the tab has. */
  readonly listening: number
}

interface LockRequest {
  readonly name: string
  readonly grant: () => void
}

/**
 * The tabs of one origin: they share locks and channels, as with the Web Locks API and `BroadcastChannel`.
 */
export function manualTabs({ hasLocks = true, refusesLocks = false, hasChannels = true } = {}) {
  const held = new Map<string, number>()
  let queue: LockRequest[] = []
  const channels = new Set<ManualChannel>()
  let tabs = 0

  class ManualChannel extends EventTarget {
    constructor() {
      super()
      channels.add(this)
    }
    postMessage(data: unknown) {
      for (const other of channels) {
        if (other !== this) queueMicrotask(() => other.dispatchEvent(new MessageEvent('message', { data })))
      }
    }
    close() {
      channels.delete(this)
    }
  }

  function locksOf(tab: number): Locks {
    type Callback = Parameters<Locks['request']>[2]
    async function run(name: string, callback: Callback): Promise<void> {
      held.set(name, tab)
      try {
        await callback({ name })
      } finally {
        held.delete(name)
        const next = queue.find((waiting) => waiting.name === name)
        queue = queue.filter((waiting) => waiting !== next)
        next?.grant()
      }
    }
    return {
      async request(name, { ifAvailable, signal }, callback) {
        signal?.throwIfAborted()
        await Promise.resolve()
        if (refusesLocks) throw new DOMException('The document is sandboxed.', 'SecurityError')
        if (!held.has(name)) return run(name, callback)
        if (ifAvailable) return callback(null)
        return new Promise<void>((resolve, reject) => {
          const waiting = { name, grant: () => void run(name, callback).then(resolve, reject) }
          queue.push(waiting)
          signal?.addEventListener('abort', () => {
            if (!queue.includes(waiting)) return
            queue = queue.filter((other) => other !== waiting)
            reject(signal.reason)
          })
        })
      },
    }
  }

  return {
    /** Which tab holds each lock, by the lock's name. */
    held,
    get waiting() {
      return queue.length
    },
    channels,
    open(): ManualTab {
      const tab = ++tabs
      let visibilityState = 'visible'
      const document = new CountingTarget()
      const window = new CountingTarget()
      const browser: BrowserGlobals = {
        addEventListener: (type, listener) => window.addEventListener(type, listener),
        removeEventListener: (type, listener) => window.removeEventListener(type, listener),
        document: {
          get visibilityState() {
            return visibilityState
          },
          addEventListener: (type, listener) => document.addEventListener(type, listener),
          removeEventListener: (type, listener) => document.removeEventListener(type, listener),
        },
        navigator: { locks: hasLocks ? locksOf(tab) : undefined },
        BroadcastChannel: hasChannels ? ManualChannel : undefined,
      }
      function setVisibility(next: string) {
        visibilityState = next
        document.dispatchEvent(new Event('visibilitychange'))
      }
      return {
        page: createBrowserPage(browser),
        hide: () => setVisibility('hidden'),
        show: () => setVisibility('visible'),
        leave: () => void window.dispatchEvent(new Event('pagehide')),
        comeBack: () => void window.dispatchEvent(new Event('pageshow')),
        goOnline: () => void window.dispatchEvent(new Event('online')),
        get listening() {
          return document.listeners.size + window.listeners.size
        },
      }
    },
  }
}

class CountingTarget extends EventTarget {
  readonly listeners = new Set<unknown>()
  override addEventListener(type: string, listener: () => void) {
    this.listeners.add(listener)
    super.addEventListener(type, listener)
  }
  override removeEventListener(type: string, listener: () => void) {
    this.listeners.delete(listener)
    super.removeEventListener(type, listener)
  }
}
