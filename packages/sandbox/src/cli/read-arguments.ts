import { suggest } from '../options/known-names.ts'
import type { SandboxOptions } from '../options/options.ts'
import { parseOptions, readText, readUrl, UsageError } from './parse-options.ts'

export const DEFAULT_PORT = 4010

const options = {
  port: { type: 'string', short: 'p', default: String(DEFAULT_PORT) },
  host: { type: 'string' },
  'public-url': { type: 'string' },
  key: { type: 'string', default: 'sandbox-key' },
  webhook: { type: 'string', short: 'w' },
  'webhook-secret': { type: 'string', default: 'sandbox-webhook-secret-for-tests' },
  api: { type: 'string', default: 'v2' },
  state: { type: 'string', short: 's' },
  quiet: { type: 'boolean', short: 'q', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** The parsed command line. */
export interface Arguments {
  readonly help: boolean
  /** Whether events are not logged. */
  readonly quiet: boolean
  readonly api: 'v1' | 'v2'
  readonly webhookSecret: string
  readonly sandbox: SandboxOptions
}

/** @throws UsageError. */
export function readArguments(args: readonly string[]): Arguments {
  const values = parse(args)
  const api = readApi(values.api)
  const secret = readText('webhook-secret', values['webhook-secret'])
  return {
    help: values.help,
    quiet: values.quiet,
    api,
    webhookSecret: secret,
    sandbox: {
      port: readPort(values.port),
      apiKey: readText('key', values.key),
      ...(values.host !== undefined && { host: readText('host', values.host) }),
      ...(values['public-url'] !== undefined && { publicUrl: readUrl('public-url', values['public-url']) }),
      ...(values.webhook !== undefined && {
        webhook: { url: readUrl('webhook', values.webhook), secret, api },
      }),
      ...(values.state !== undefined && { stateFile: readText('state', values.state) }),
    },
  }
}

function parse(args: readonly string[]) {
  const { values, positionals } = parseOptions(args, options)
  const [unexpected] = positionals
  if (unexpected === undefined) return values
  throw new UsageError(`${unexpected}: no such command.${suggest(unexpected, ['trigger', 'listen'])}`)
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError('--port: not a port. Use a number from 0 (any free port) to 65535.')
}

function readApi(text: string): 'v1' | 'v2' {
  if (text === 'v1' || text === 'v2') return text
  throw new UsageError('--api: unknown version. Use v2 or v1.')
}
