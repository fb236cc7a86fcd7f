export interface Scheduler {
  /** Runs the work now, or once more if it is running. */
  wake(): void
  /** Runs it after this many milliseconds at the latest. */
  wakeWithin(ms: number): void
  /** Lets running work finish and never starts it again. */
  close(): Promise<void>
}

/** The shortest sleep: work that is always due must not spin. */
const MIN_SLEEP_MS = 20

/** Runs `work` at once and then again after the milliseconds that it returns. Runs never overlap. */
export function createScheduler(work: () => Promise<number>): Scheduler {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let closed = false
  /** When it runs next, by `performance.now()`. */
  let next = 0

  function wake() {
    if (closed) return
    if (running) {
      again = true
      return
    }
    clearTimeout(timer)
    running = run().finally(() => {
      running = undefined
    })
  }

  async function run() {
    let sleep: number
    do {
      again = false
      sleep = await work()
    } while (again && !closed)
    if (!closed) sleepFor(Math.max(sleep, MIN_SLEEP_MS))
  }

  function sleepFor(ms: number) {
    clearTimeout(timer)
    next = performance.now() + ms
    timer = setTimeout(wake, ms)
  }

  wake()
  return {
    wake,
    wakeWithin(ms) {
      if (running) again = true
      else if (!closed && performance.now() + ms < next) sleepFor(Math.max(ms, MIN_SLEEP_MS))
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
