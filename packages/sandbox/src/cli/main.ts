#!/usr/bin/env node
import { once } from 'node:events'
import { startSandbox } from '../sandbox.ts'
import { listenToEvents, listenUsage } from './listen-events.ts'
import type { Output } from './output.ts'
import { UsageError } from './parse-options.ts'
import { type Arguments, DEFAULT_PORT, readArguments } from './read-arguments.ts'
import { trigger, triggerUsage } from './trigger.ts'

const usage = `npx @connect-account/sandbox [options]
  Runs a stand-in for Unipile on this machine until you press Ctrl-C.

  trigger <scenario>          Make something happen in it; see trigger --help
  listen                      Print or forward its webhooks; see listen --help

  -p, --port <number>         Port to listen on; 0 for any free port. Default: ${DEFAULT_PORT}
      --host <address>        Address to listen on. Default: both loopback addresses
      --public-url <url>      Address for other devices, used in QR codes and consent pages
      --key <text>            API key that it expects. Default: sandbox-key
  -w, --webhook <url>         Send events here, e.g. http://localhost:3000/connect/webhooks/unipile
      --webhook-secret <text> Secret that signs the events. Default: sandbox-webhook-secret-for-tests
      --api <v2|v1>           API version of the webhook and of the printed variables. Default: v2
  -s, --state <file>          Keep the state across restarts. Default: in memory
  -q, --quiet                 Do not log events
  -h, --help                  Print this text

Prints the variables that a host needs to standard output, and everything else to standard error.`

const print = (line: string) => void process.stdout.write(`${line}\n`)
const note = (line: string) => void process.stderr.write(`${line}\n`)
const output: Output = { print, note }

/** @returns the exit code. */
async function run([command, ...args]: string[]): Promise<number> {
  if (command === 'trigger') return trigger(args, output)
  if (command === 'listen') return listenToEvents(args, output, untilStopped())
  return start(command === undefined ? [] : [command, ...args])
}

const usages: Readonly<Record<string, string>> = { trigger: triggerUsage, listen: listenUsage }

const untilStopped = () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])

/** Runs the sandbox. @returns the exit code. */
async function start(args: string[]): Promise<number> {
  const given = readArguments(args)
  if (given.help) {
    print(usage)
    return 0
  }
  const stopped = untilStopped()
  const sandbox = await startSandbox({ ...given.sandbox, ...(given.quiet ? {} : { logger: note }) })
  for (const line of variablesOf(sandbox.url, given)) print(line)
  const base = given.sandbox.publicUrl?.replace(/\/$/, '') ?? sandbox.url
  note(`Phone: ${base}/phone`)
  note(
    given.sandbox.webhook
      ? `Webhook: ${given.sandbox.webhook.url}`
      : 'Webhook: none. Set --webhook, or register one with the API.',
  )
  note('Press Ctrl-C to stop.')
  await stopped
  await sandbox.close()
  return 0
}

/** Returns the environment variables for a host, one per line. */
function variablesOf(url: string, { api, webhookSecret, sandbox }: Arguments): string[] {
  return [
    `UNIPILE_API_URL=${url}`,
    `UNIPILE_API_KEY=${sandbox.apiKey}`,
    ...(api === 'v1' ? ['UNIPILE_API_VERSION=v1'] : []),
    ...(sandbox.webhook ? [`UNIPILE_WEBHOOK_SECRET=${webhookSecret}`] : []),
  ]
}

/** Prints why the command could not start. @returns the exit code. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    note(`${error.message}\n\n${usages[process.argv[2] ?? ''] ?? usage}`)
    return 2
  }
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? error.code : undefined
  note(
    code === 'EADDRINUSE'
      ? 'The port is in use. Stop the process that uses it, or set another --port.'
      : error.message,
  )
  return 1
}

process.exitCode = await run(process.argv.slice(2)).catch(explain)
