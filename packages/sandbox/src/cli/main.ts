#!/usr/bin/env node
import { once } from 'node:events'
import { startSandbox } from '../sandbox.ts'
import { type Arguments, DEFAULT_PORT, readArguments, UsageError } from './read-arguments.ts'

const usage = `npx @connect-account/sandbox [options]
  Starts a stand-in for Unipile on this machine, until Ctrl-C.

  -p, --port <number>         Where it listens; 0 takes any free port. Default: ${DEFAULT_PORT}
      --host <address>        Default: both loopback addresses
      --public-url <url>      How other devices reach it: what QR codes and consent pages name
      --key <text>            The API key that it expects. Default: sandbox-key
  -w, --webhook <url>         Sends events there, e.g. http://localhost:3000/connect/webhooks/unipile
      --webhook-secret <text> Signs the events. Default: sandbox-webhook-secret
      --api <v2|v1>           Which of Unipile's APIs the webhook and the printed variables are for. Default: v2
  -s, --state <file>          Keeps everything across restarts. Default: in memory only
  -q, --quiet                 Prints no line for each event
  -h, --help                  Prints this text

It prints the variables that a host needs on standard output, and everything else on standard error.`

const print = (line: string) => process.stdout.write(`${line}\n`)
const note = (line: string) => process.stderr.write(`${line}\n`)

/** @returns the exit code. */
async function run(args: string[]): Promise<number> {
  const given = readArguments(args)
  if (given.help) {
    print(usage)
    return 0
  }
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const sandbox = await startSandbox({ ...given.sandbox, ...(given.quiet ? {} : { logger: note }) })
  for (const line of variablesOf(sandbox.url, given)) print(line)
  const base = given.sandbox.publicUrl?.replace(/\/$/, '') ?? sandbox.url
  note(`Phone: ${base}/phone`)
  note(
    given.sandbox.webhook
      ? `Webhook: ${given.sandbox.webhook.url}`
      : 'Webhook: none. Give --webhook, or register one over the API.',
  )
  note('Ctrl-C stops it.')
  await stopped
  await sandbox.close()
  return 0
}

/** What a host is started with, one variable per line. */
function variablesOf(url: string, { api, webhookSecret, sandbox }: Arguments): string[] {
  return [
    `UNIPILE_API_URL=${url}`,
    `UNIPILE_API_KEY=${sandbox.apiKey}`,
    ...(api === 'v1' ? ['UNIPILE_API_VERSION=v1'] : []),
    ...(sandbox.webhook ? [`UNIPILE_WEBHOOK_SECRET=${webhookSecret}`] : []),
  ]
}

/** @returns the exit code of a command that could not start. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    note(`${error.message}\n\n${usage}`)
    return 2
  }
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? error.code : undefined
  note(
    code === 'EADDRINUSE'
      ? 'The port is taken. Stop what is using it, or give another --port.'
      : error.message,
  )
  return 1
}

process.exitCode = await run(process.argv.slice(2)).catch(explain)
