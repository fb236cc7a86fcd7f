import { mkdir } from 'node:fs/promises'
import { drizzle } from 'drizzle-orm/pg-proxy'
import { invalidSetting } from '../invalid-setting.ts'
import { missingPackage } from '../missing-package.ts'
import type { Database, Queries } from './database.ts'
import type { EmbeddedClient, EmbeddedQueries } from './embedded-client.ts'
import { migrate } from './migrate.ts'

export type EmbeddedSetting =
  | { readonly folder: string }
  | { readonly snapshot: Blob }
  | { readonly client: EmbeddedClient }
  | 'memory'

/**
 * Opens PostgreSQL inside this process (PGlite) and migrates it. A client that was handed in is left open at
 * the end.
 * @throws ConnectError `invalid_setting` if PGlite is not installed or the folder cannot be opened.
 */
export async function openEmbeddedDatabase(setting: EmbeddedSetting): Promise<Database> {
  const shared = typeof setting === 'object' && 'client' in setting
  const client = shared ? setting.client : await open(setting)
  await client.transaction((transaction) => migrate(transaction))
  return {
    queries: queriesOn(client),
    transaction: (work) => client.transaction((transaction) => work(queriesOn(transaction))),
    exclusive: !shared,
    listen: (channel, onMessage) => client.listen(channel, onMessage),
    isListening: () => true,
    async close() {
      if (!shared) await client.close()
    },
  }
}

const asText = (value: string) => value
/** Drizzle reads moments and days from PostgreSQL's own text. By type: `date`, `timestamp`, `timestamptz`. */
const parsers = { 1082: asText, 1114: asText, 1184: asText }

/**
 * Not by drizzle's own driver of PGlite: it imports the package, which a host on PostgreSQL does not have.
 */
function queriesOn(connection: EmbeddedQueries): Queries {
  return drizzle((sql, values, method) =>
    connection.query(sql, values, { rowMode: method === 'all' ? 'array' : 'object', parsers }),
  )
}

async function open(setting: Exclude<EmbeddedSetting, { client: EmbeddedClient }>): Promise<EmbeddedClient> {
  const { PGlite } = await loadPglite()
  if (setting === 'memory') return PGlite.create()
  if ('snapshot' in setting) return PGlite.create({ loadDataDir: setting.snapshot })
  try {
    await mkdir(setting.folder, { recursive: true })
    return await PGlite.create(setting.folder)
  } catch (cause) {
    throw invalidSetting(
      `database: cannot open the folder ${setting.folder}. Set one that can be written to.`,
      cause,
    )
  }
}

async function loadPglite(): Promise<typeof import('@electric-sql/pglite')> {
  try {
    return await import('@electric-sql/pglite')
  } catch (cause) {
    throw missingPackage('database', 'the embedded database', ['@electric-sql/pglite'], cause)
  }
}
