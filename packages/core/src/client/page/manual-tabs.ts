import { type BrowserGlobals, createBrowserPage } from './browser-page.ts'
import type { ClientPage } from './client-page.ts'

/** A page of a browser that a test moves. */
export interface ManualTab {
  readonly page: ClientPage
  hide(): void
  show(): void
  /** Unloads the page, which is kept for the way back. */
  leave(): void
  comeBack(): void
  /** The network is there again. */
  goOnline(): void
  /** How many listeners hang on the tab. */
  readonly listening: number
}

interface LockRequest {
  readonly name: string
  readonly grant: () => void
}

/** The tabs of one origin: they share locks and channels, as the Web Locks API and `BroadcastChannel` do it. */
export function manualTabs({ hasLocks = true, hasChannels = true } = {}) {
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

  function locksOf(tab: number): Pick<LockManager, 'request'> {
    async function run(name: string, callback: (lock: Lock | null) => unknown): Promise<unknown> {
      held.set(name, tab)
      try {
        return await callback({ name, mode: 'exclusive' })
      } finally {
        held.delete(name)
        const next = queue.find((waiting) => waiting.name === name)
        queue = queue.filter((waiting) => waiting !== next)
        next?.grant()
      }
    }
    const request = async (
      name: string,
      { ifAvailable = false, signal }: LockOptions,
      callback: (lock: Lock | null) => unknown,
    ): Promise<unknown> => {
      signal?.throwIfAborted()
      await Promise.resolve()
      if (!held.has(name)) return run(name, callback)
      if (ifAvailable) return callback(null)
      return new Promise((resolve, reject) => {
        const waiting = { name, grant: () => void run(name, callback).then(resolve, reject) }
        queue.push(waiting)
        signal?.addEventListener('abort', () => {
          if (!queue.includes(waiting)) return
          queue = queue.filter((other) => other !== waiting)
          reject(signal.reason)
        })
      })
    }
    return { request: request as LockManager['request'] }
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
      const document = countingTarget()
      const window = countingTarget()
      const browser = Object.assign(window.target, {
        document: Object.defineProperty(document.target, 'visibilityState', { get: () => visibilityState }),
        navigator: { locks: hasLocks ? locksOf(tab) : undefined },
        BroadcastChannel: hasChannels ? ManualChannel : undefined,
      }) as unknown as BrowserGlobals
      function setVisibility(next: string) {
        visibilityState = next
        document.target.dispatchEvent(new Event('visibilitychange'))
      }
      return {
        page: createBrowserPage(browser),
        hide: () => setVisibility('hidden'),
        show: () => setVisibility('visible'),
        leave: () => void window.target.dispatchEvent(new Event('pagehide')),
        comeBack: () => void window.target.dispatchEvent(new Event('pageshow')),
        goOnline: () => void window.target.dispatchEvent(new Event('online')),
        get listening() {
          return document.listeners.size + window.listeners.size
        },
      }
    },
  }
}

function countingTarget() {
  const listeners = new Set<unknown>()
  const target = new EventTarget()
  const { addEventListener, removeEventListener } = target
  target.addEventListener = (type, listener, options) => {
    listeners.add(listener)
    addEventListener.call(target, type, listener, options)
  }
  target.removeEventListener = (type, listener, options) => {
    listeners.delete(listener)
    removeEventListener.call(target, type, listener, options)
  }
  return { target, listeners }
}
