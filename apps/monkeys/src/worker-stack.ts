import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type OwnStack, PORT, startStack } from '@connect-account/e2e/support/stack.ts'

/** Above the ports of the end-to-end suite. Each stack needs one for the demo and one for its sandbox. */
const FIRST_PORT = PORT + 8

/** One worker's demo with its sandbox, in a process that can be killed. Its data outlives the process. */
export interface WorkerStack {
  readonly url: string
  readonly sandboxUrl: string
  /** The lines that it has logged since the last call. */
  takeLog(): string[]
  /** Kills it with SIGKILL, and starts it again after `ms`. Does nothing while it is down. */
  crash(ms: number): Promise<void>
  /** Resolves when it serves. */
  ready(): Promise<void>
  close(): Promise<void>
}

export async function startWorkerStack(index: number): Promise<WorkerStack> {
  const port = FIRST_PORT + 2 * index
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-monkeys-'))
  let log = ''
  let isUp = true
  let stack = await start()
  let restarted: Promise<void> = Promise.resolve()

  async function start(): Promise<OwnStack> {
    const started = await startStack(folder, port, { log: 'pipe' })
    started.process.stderr?.setEncoding('utf8').on('data', (text) => {
      log += text
    })
    return started
  }

  async function restartAfter(ms: number): Promise<void> {
    await pause(ms)
    stack = await start()
    isUp = true
  }

  return {
    url: stack.url,
    sandboxUrl: stack.sandboxUrl,
    takeLog() {
      const lines = log.split('\n').filter((line) => line !== '')
      log = ''
      return lines
    },
    async crash(ms) {
      if (!isUp) return
      isUp = false
      await stack.kill()
      restarted = restartAfter(ms)
      // The caller that awaits `ready` gets the error.
      restarted.catch(() => {})
    },
    ready: () => restarted,
    async close() {
      await restarted
      await stack.kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
