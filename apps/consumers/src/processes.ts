import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** Milliseconds that a process has to shut down before it is killed. */
const GRACE_MS = 3000
const LINES_OF_OUTPUT = 25

const lastLines = (text: string): string => text.trimEnd().split('\n').slice(-LINES_OF_OUTPUT).join('\n')

/** A command that failed or timed out. */
export class CommandError extends Error {
  /** Everything that it printed. */
  readonly output: string

  constructor(message: string, output: string) {
    super(`${message}:\n${lastLines(output)}`)
    this.output = output
  }
}

export interface ProcessOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

const running = new Set<RunningProcess>()

/** A process and its child processes, as one group. */
export class RunningProcess implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #command: string
  readonly #closed: Promise<unknown>
  readonly #watchers = new Set<() => void>()
  #output = ''
  #exitCode: number | undefined

  constructor(command: string, args: readonly string[], { cwd, env }: ProcessOptions) {
    this.#command = [command, ...args].join(' ')
    this.#child = spawn(command, args, {
      cwd,
      env: { ...plainEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text
        this.#notify()
      })
    }
    this.#closed = once(this.#child, 'close')
      .then(
        ([code]) => {
          this.#exitCode = code ?? -1
        },
        (error: Error) => {
          this.#output += error.message
          this.#exitCode = -1
        },
      )
      .then(() => this.#notify())
    running.add(this)
  }

  /** Waits until the output matches. Rejects if the process ends first, or after `limit` milliseconds. */
  waitFor(pattern: RegExp, limit = 60_000): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer)
        this.#watchers.delete(check)
      }
      const check = () => {
        const match = pattern.exec(this.#output)
        if (!match && this.#exitCode === undefined) return
        finish()
        if (match) resolve(match)
        else reject(this.#error(`ended with ${this.#exitCode}`))
      }
      const timer = setTimeout(() => {
        finish()
        reject(this.#error(`did not print ${pattern} in ${limit / 1000} s`))
      }, limit)
      this.#watchers.add(check)
      check()
    })
  }

  /**
   * Waits for its end, and returns the output. Rejects unless it exits with 0 within `limit` milliseconds.
   */
  async complete(limit: number): Promise<string> {
    const timer = setTimeout(() => void this.stop(), limit)
    const start = performance.now()
    await this.#closed
    clearTimeout(timer)
    running.delete(this)
    if (performance.now() - start >= limit) throw this.#error(`took more than ${limit / 1000} s`)
    if (this.#exitCode !== 0) throw this.#error(`ended with ${this.#exitCode}`)
    return this.#output
  }

  async stop(): Promise<void> {
    const timer = setTimeout(() => this.#signal('SIGKILL'), GRACE_MS)
    this.#signal('SIGTERM')
    await this.#closed
    clearTimeout(timer)
    // Its child processes may outlive it.
    this.#signal('SIGKILL')
    running.delete(this)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  #notify(): void {
    for (const watcher of [...this.#watchers]) watcher()
  }

  #signal(signal: NodeJS.Signals): void {
    if (this.#child.pid === undefined) return
    try {
      process.kill(-this.#child.pid, signal)
    } catch (error) {
      // The group has no processes left.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }

  #error(what: string): CommandError {
    return new CommandError(`${this.#command} ${what}`, this.#output)
  }
}

/** Runs a command to its end, and returns its output. */
export function runCommand(
  command: string,
  args: readonly string[],
  { limit = 120_000, ...options }: ProcessOptions & { readonly limit?: number },
): Promise<string> {
  return new RunningProcess(command, args, options).complete(limit)
}

export async function stopAllProcesses(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()))
}

/**
 * This process's environment without the variables that `npm run` sets, which must not affect an `npm
 * install` elsewhere.
 */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle)_|^npm_config_(local_prefix|prefix)$|^(NODE_ENV|NODE_OPTIONS)$/.test(name),
  )
  return { ...Object.fromEntries(kept), NO_COLOR: '1', FORCE_COLOR: '0', NEXT_TELEMETRY_DISABLED: '1' }
}
