import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The host product's instances, each in a process of its own. One that dies is started again after a moment, however it died. */
export interface Fleet {
  /** Where those listen that serve now. */
  urls(): string[]
  /** Kills this one as a crash of its machine does (SIGKILL). */
  kill(index: number): void
  /** Resolves when every instance serves; rejects after a minute. */
  ready(): Promise<void>
  /** Ends each one in order. */
  close(): Promise<void>
}

/** Between the death of an instance and its next start, in milliseconds. */
const RESTART_PAUSE = 400
/** An instance that does not end in order within this time is killed, in milliseconds. */
const CLOSE_LIMIT = 10_000
const LOOK_EVERY = 50
const READY_LIMIT = 60_000

/** `logFile` takes what all of them log. */
export async function startFleet(
  size: number,
  env: Readonly<Record<string, string>>,
  logFile: string,
): Promise<Fleet> {
  const log = await open(logFile, 'a')
  const closing = new AbortController()
  const urls = new Map<number, string>()
  const children = new Map<number, ChildProcess>()
  const keepers = Array.from({ length: size }, (_, index) => keep(index))

  async function keep(index: number) {
    while (!closing.signal.aborted) {
      const child = fork(fileURLToPath(new URL('instance.ts', import.meta.url)), {
        env: { ...process.env, ...env },
        stdio: ['ignore', log.fd, log.fd, 'ipc'],
      })
      children.set(index, child)
      child.once('message', (url) => urls.set(index, String(url)))
      await once(child, 'exit')
      urls.delete(index)
      await pause(RESTART_PAUSE, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  return {
    urls: () => [...urls.values()],
    kill(index) {
      urls.delete(index)
      children.get(index)?.kill('SIGKILL')
    },
    async ready() {
      const limit = performance.now() + READY_LIMIT
      while (urls.size < size) {
        if (performance.now() > limit) throw new Error(`An instance does not start; see ${logFile}`)
        await pause(LOOK_EVERY)
      }
    },
    async close() {
      closing.abort()
      for (const child of children.values()) if (child.connected) child.disconnect()
      const limit = setTimeout(() => {
        for (const child of children.values()) child.kill('SIGKILL')
      }, CLOSE_LIMIT)
      await Promise.all(keepers)
      clearTimeout(limit)
      await log.close()
    },
  }
}
