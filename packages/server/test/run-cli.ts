import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

/** Runs the command in its own process. */
export async function runCli(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=@connect-account/source', main, ...args], {
    env: { NODE_ENV: 'production', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 25_000,
  })
  const [out, err] = [child.stdout.toArray(), child.stderr.toArray()]
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, out: Buffer.concat(await out).toString(), err: Buffer.concat(await err).toString() }
}

const reportSchema = v.object({
  ok: v.boolean(),
  checks: v.array(
    v.object({ name: v.string(), status: v.string(), detail: v.string(), remedy: v.optional(v.string()) }),
  ),
})

/** What `doctor --json` reports. */
export async function runDoctor(env: Record<string, string>) {
  const ended = await runCli(['doctor', '--json'], env)
  const { ok, checks } = v.parse(reportSchema, JSON.parse(ended.out))
  const find = (name: string) => checks.find((check) => check.name === name)
  return { ...ended, ok, checks, find }
}
