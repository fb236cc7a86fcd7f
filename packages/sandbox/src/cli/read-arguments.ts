import { parseArgs } from 'node:util'
import { suggest } from '../options/known-names.ts'
import type { SandboxOptions } from '../options/options.ts'

export const DEFAULT_PORT = 4010

/** An invalid command line. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

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
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(options, token.name)) {
      throw new UsageError(`${token.rawName}: unknown.${suggest(token.name, Object.keys(options), '--')}`)
    }
  }
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Invalid options.')
  }
}

function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError('--port: not a port. Use a number from 0 (any free port) to 65535.')
}

function readText(name: string, text: string): string {
  if (text) return text
  throw new UsageError(`--${name}: empty. Set a value, or omit it.`)
}

function readUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text
  throw new UsageError(`--${name}: not an http(s) URL.`)
}

function readApi(text: string): 'v1' | 'v2' {
  if (text === 'v1' || text === 'v2') return text
  throw new UsageError('--api: unknown version. Use v2 or v1.')
}
