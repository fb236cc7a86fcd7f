import * as v from 'valibot'

const commandSchema = v.object({ id: v.number(), command: v.string(), input: v.optional(v.unknown()) })

/** What a role can be asked: by name, from its input to what it answers. */
export type Commands = Record<string, (input: unknown) => unknown>

/** Answers the bench's commands; `usage` is one of each role's. Ends the process when the bench lets go of it. */
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
