import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

/** No command takes longer, in milliseconds. */
const COMMAND_LIMIT = 5 * 60_000

const replySchema = v.union([
  v.object({ id: v.number(), result: v.unknown() }),
  v.object({ id: v.number(), error: v.string() }),
])

const usageSchema = v.object({
  /** Microseconds, user and system, since the process started. */
  cpu: v.number(),
  /** Bytes, after a garbage collection. */
  rss: v.number(),
})

/** A part of the benchmark in its own process, which takes commands. */
export interface RoleProcess {
  ask<S extends v.GenericSchema>(command: string, input: unknown, schema: S): Promise<v.InferOutput<S>>
  /** Where it listens. */
  url(): Promise<string>
  usage(): Promise<v.InferOutput<typeof usageSchema>>
  stop(): Promise<void>
}

/** Starts a file of `roles`. Its standard output is dropped. `BENCH_NODE_ARGS` adds options for Node.js. */
export function startRole(name: string, env: Record<string, string> = {}): RoleProcess {
  const child = fork(fileURLToPath(new URL(`roles/${name}.ts`, import.meta.url)), {
    execArgv: [...process.execArgv, '--expose-gc', ...(process.env.BENCH_NODE_ARGS?.split(' ') ?? [])],
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  let last = 0

  async function ask<S extends v.GenericSchema>(command: string, input: unknown, schema: S) {
    const id = ++last
    const over = new AbortController()
    const signal = AbortSignal.any([over.signal, AbortSignal.timeout(COMMAND_LIMIT)])
    const ended = once(child, 'exit', { signal }).then(() => {
      throw new Error(`The process of ${name} has ended.`)
    })
    child.send({ id, command, input })
    try {
      for (;;) {
        const [message] = await Promise.race([once(child, 'message', { signal }), ended])
        const reply = v.parse(replySchema, message)
        if (reply.id !== id) continue
        if ('error' in reply) throw new Error(`${name}, ${command}: ${reply.error}`)
        return v.parse(schema, reply.result)
      }
    } finally {
      over.abort()
    }
  }

  return {
    ask,
    url: () => ask('url', undefined, v.string()),
    usage: () => ask('usage', undefined, usageSchema),
    async stop() {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
