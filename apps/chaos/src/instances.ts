import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The host's instances, each in its own process. An instance that exits for any reason is restarted. */
export interface Instances {
  /** Returns the addresses of the instances that serve now. */
  urls(): string[]
  /** Kills this one with SIGKILL, as a crash of its machine would. */
  kill(index: number): void
  /** Resolves when every instance serves; rejects after a minute. */
  ready(): Promise<void>
  /** Shuts down each instance gracefully. */
  close(): Promise<void>
}

const RESTART_DELAY_MS = 400
/** An instance that has not shut down within this time is killed. */
const CLOSE_LIMIT_MS = 10_000
const CHECK_INTERVAL_MS = 50
const READY_LIMIT_MS = 60_000

/** @param logFile - Receives the log of all instances. */
export async function startInstances(
  count: number,
  env: Readonly<Record<string, string>>,
  logFile: string,
): Promise<Instances> {
  const log = await open(logFile, 'a')
  const closing = new AbortController()
  const urls = new Map<number, string>()
  const children = new Map<number, ChildProcess>()
  const running = Array.from({ length: count }, (_, index) => keepRunning(index))

  async function keepRunning(index: number) {
    while (!closing.signal.aborted) {
      const child = fork(fileURLToPath(new URL('instance.ts', import.meta.url)), {
        env: { ...process.env, ...env },
        stdio: ['ignore', log.fd, log.fd, 'ipc'],
      })
      children.set(index, child)
      child.once('message', (url) => urls.set(index, String(url)))
      await once(child, 'exit')
      urls.delete(index)
      await pause(RESTART_DELAY_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  return {
    urls: () => [...urls.values()],
    kill(index) {
      urls.delete(index)
      children.get(index)?.kill('SIGKILL')
    },
    async ready() {
      const limit = performance.now() + READY_LIMIT_MS
      while (urls.size < count) {
        if (performance.now() > limit) throw new Error(`An instance does not start. See ${logFile}.`)
        await pause(CHECK_INTERVAL_MS)
      }
    },
    async close() {
      closing.abort()
      for (const child of children.values()) if (child.connected) child.disconnect()
      const limit = setTimeout(() => {
        for (const child of children.values()) child.kill('SIGKILL')
      }, CLOSE_LIMIT_MS)
      await Promise.all(running)
      clearTimeout(limit)
      await log.close()
    },
  }
}
