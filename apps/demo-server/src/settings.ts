import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLoopback } from './known-hosts.ts'

/** The settings from the environment. */
export interface Settings {
  /** The name or address that the demo listens on. */
  readonly host: string
  /** The demo's port; 0 binds any free port. */
  readonly port: number
  readonly sandboxPort: number
  /** The folder of the embedded database, the sandbox's state and the demo's secrets. */
  readonly dataFolder: string
  /** The address that browsers use. Default: `http://localhost` and the port. */
  readonly publicUrl: string | undefined
  /** A PostgreSQL server to use instead of the embedded database. */
  readonly databaseUrl: string | undefined
  /** If set, the demo uses Unipile and starts no sandbox. */
  readonly unipile:
    | {
        readonly apiKey: string
        readonly apiUrl: string | undefined
        readonly webhookSecret: string | undefined
      }
    | undefined
  /** The version of Unipile's API that Unipile or the sandbox is called with. */
  readonly apiVersion: 'v2' | 'v1'
  readonly logLevel: string
  /** How long a sign-in may take, in seconds. Default: 15 minutes. */
  readonly intentSeconds: number | undefined
  /** Whether the sandbox's test provider is on offer beside the real ones. */
  readonly testProviders: boolean
}

/** An invalid setting. The message is one line that says what to set. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Reads the settings. An empty variable counts as unset. @throws SettingError for an invalid one. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const value = (name: string) => env[name]?.trim() || undefined
  const apiKey = value('UNIPILE_API_KEY')
  const host = value('HOST') ?? 'localhost'
  const publicUrl = value('PUBLIC_URL')
  if (apiKey && value('DEMO_WITH_REAL_ACCOUNTS') !== '1') {
    throw new SettingError(
      'UNIPILE_API_KEY: the demo signs in anyone by name, so everyone who reaches it could use your accounts. Unset it, or set DEMO_WITH_REAL_ACCOUNTS=1.',
    )
  }
  if (!isLoopback(host) && publicUrl === undefined) {
    throw new SettingError(
      `HOST: "${host}" is open to other machines. Set PUBLIC_URL to the address that their browsers use, or unset HOST.`,
    )
  }
  return {
    host,
    port: readPort('PORT', value('PORT'), 4310),
    sandboxPort: readPort('SANDBOX_PORT', value('SANDBOX_PORT'), 4311),
    dataFolder: resolve(root, value('DATA_DIR') ?? '.data'),
    publicUrl: publicUrl === undefined ? undefined : readUrl('PUBLIC_URL', publicUrl),
    databaseUrl: value('DATABASE_URL'),
    unipile: apiKey
      ? { apiKey, apiUrl: value('UNIPILE_API_URL'), webhookSecret: value('UNIPILE_WEBHOOK_SECRET') }
      : undefined,
    apiVersion: readApiVersion(value('UNIPILE_API_VERSION') ?? 'v2'),
    logLevel: value('LOG_LEVEL') ?? 'warn',
    intentSeconds: readSeconds('INTENT_SECONDS', value('INTENT_SECONDS')),
    testProviders: value('TEST_PROVIDERS') === '1',
  }
}

function readSeconds(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (seconds >= 1) return seconds
  throw new SettingError(`${name}: "${text}" is not a number of seconds. Set it to 1 or more, or unset it.`)
}

function readApiVersion(text: string): Settings['apiVersion'] {
  if (text === 'v1' || text === 'v2') return text
  throw new SettingError(
    `UNIPILE_API_VERSION: "${text}" is not a version. Set it to v2 or v1, or unset it for v2.`,
  )
}

function readUrl(name: string, text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text
  throw new SettingError(`${name}: "${text}" is not a web address. Set it like https://demo.example.com.`)
}

function readPort(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new SettingError(
    `${name}: "${text}" is not a port. Set it to a number from 0 to 65535, or unset it for ${fallback}.`,
  )
}
