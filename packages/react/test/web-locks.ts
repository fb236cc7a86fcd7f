interface Options {
  readonly ifAvailable?: boolean
  readonly signal?: AbortSignal
}

type Callback = (lock: object | null) => unknown

/**
 * Adds the part of the Web Locks API that the kit uses to jsdom: exclusive locks, granted in the order of the
 * requests.
 */
export function addWebLocks(navigator: Navigator): void {
  const held = new Set<string>()
  const queue: { name: string; grant: () => void }[] = []

  async function hold(name: string, callback: Callback): Promise<unknown> {
    held.add(name)
    try {
      return await callback({ name })
    } finally {
      held.delete(name)
      const [next] = queue.filter((waiting) => waiting.name === name)
      if (next) {
        queue.splice(queue.indexOf(next), 1)
        next.grant()
      }
    }
  }

  async function request(name: string, { ifAvailable, signal }: Options, callback: Callback) {
    signal?.throwIfAborted()
    await Promise.resolve()
    if (!held.has(name)) return hold(name, callback)
    if (ifAvailable) return callback(null)
    return new Promise((resolve, reject) => {
      const waiting = { name, grant: () => void hold(name, callback).then(resolve, reject) }
      queue.push(waiting)
      signal?.addEventListener('abort', () => {
        const at = queue.indexOf(waiting)
        if (at >= 0) queue.splice(at, 1)
        reject(signal.reason)
      })
    })
  }

  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } })
}
