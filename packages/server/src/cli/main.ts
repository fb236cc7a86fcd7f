#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { ConnectError, errorCatalogue } from '@connect-account/core/errors'
import { runDoctor } from './doctor.ts'
import { MissingSetting, openUpstream, readEnvironment } from './environment.ts'
import type { Output } from './output.ts'
import { syncWebhooks } from './sync-webhooks.ts'

const usage = `npx @connect-account/server doctor [--json]
  Checks the key, the clock, the webhook endpoint, the database, the addresses and the secrets.
  Exits with 1 if something has to be fixed.

npx @connect-account/server webhooks sync --url https://app.example.com/connect/webhooks/unipile [--dry-run]
  Creates or corrects the webhook endpoint at Unipile. A new one's secret is printed once.

Both read the host's variables: UNIPILE_API_KEY, UNIPILE_API_URL, UNIPILE_API_VERSION,
UNIPILE_WEBHOOK_SECRET, PUBLIC_URL, BASE_PATH, DATABASE_URL, SESSION_SECRET, RETURN_ORIGINS,
GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, OUTLOOK_CLIENT_ID, OUTLOOK_CLIENT_SECRET.`

const output: Output = {
  result: (line) => process.stdout.write(`${line}\n`),
  note: (line) => process.stderr.write(`${line}\n`),
}

/** The command has invalid arguments. */
class UsageError extends Error {}

/** @returns the exit code. */
async function run(args: string[]): Promise<number> {
  const { values, positionals } = parse(args)
  const command = positionals.join(' ')
  const environment = readEnvironment(process.env)
  if (values.help || command === '' || command === 'help') {
    output.result(usage)
    return 0
  }
  if (command === 'doctor') return (await runDoctor(environment, { json: values.json }, output)) ? 0 : 1
  if (command !== 'webhooks sync') throw new UsageError(`There is no command "${command}".`)
  const url = readWebhookUrl(values.url)
  const upstream = openUpstream(environment)
  try {
    await syncWebhooks(upstream.webhookEndpoints, { url, dryRun: values['dry-run'] }, output)
    return 0
  } finally {
    await upstream.close()
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        json: { type: 'boolean', default: false },
        url: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read.')
  }
}

function readWebhookUrl(text: string | undefined): string {
  const url = text && URL.canParse(text) ? new URL(text) : undefined
  if ((url?.protocol !== 'https:' && url?.protocol !== 'http:') || url.username || url.password || url.hash) {
    throw new UsageError(
      '--url is missing, or no URL. Give it like https://app.example.com/connect/webhooks/unipile.',
    )
  }
  return url.href
}

/** @returns the exit code of a command that failed. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    output.note(`${error.message}\n\n${usage}`)
    return 2
  }
  if (error instanceof MissingSetting) {
    output.note(error.message)
    return 2
  }
  if (!(error instanceof ConnectError)) throw error
  const { title, remedy } = errorCatalogue[error.code]
  output.note(`${title}. ${error.detail ?? ''}\n→ ${remedy}`)
  return 1
}

process.exitCode = await run(process.argv.slice(2)).catch(explain)
