export interface Alarm {
  /** Runs the work now, or once more when it is running. */
  wake(): void
  /** Lets running work finish and never starts it again. */
  close(): Promise<void>
}

/** The shortest sleep: work that is always due must not spin. */
const MIN_SLEEP_MS = 20

/** Runs `work` at once and then, each time, after the milliseconds that it answers. It never runs twice at a time. */
export function createAlarm(work: () => Promise<number>): Alarm {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let closed = false

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
    if (!closed) timer = setTimeout(wake, Math.max(sleep, MIN_SLEEP_MS))
  }

  wake()
  return {
    wake,
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
