import * as v from 'valibot'

const commandSchema = v.object({ id: v.number(), command: v.string(), input: v.optional(v.unknown()) })

/** The commands of a role: by name, from the input to the reply. */
export type Commands = Record<string, (input: unknown) => unknown>

/** Runs the benchmark's commands; every role has `usage`. Ends the process when the benchmark disconnects. */
export function takeCommands(commands: Commands, close: () => Promise<void>): void {
  const all: Commands = { usage, ...commands }
  process.on('message', async (message) => {
    const { id, command, input } = v.parse(commandSchema, message)
    try {
      process.send?.({ id, result: (await all[command]?.(input)) ?? null })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.once('disconnect', async () => {
    await close()
    process.exit()
  })
}

function usage() {
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { user, system } = process.cpuUsage()
  return { cpu: user + system, rss: process.memoryUsage.rss() }
}
