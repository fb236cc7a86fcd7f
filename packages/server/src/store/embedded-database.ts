import { mkdir } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { invalidSetting } from '../settings/invalid-setting.ts'
import type { Database } from './database.ts'
import { migrationConfig } from './migrate.ts'

export type EmbeddedSetting =
  | { readonly folder: string }
  | { readonly snapshot: Blob }
  | { readonly client: PGlite }
  | 'memory'

/** Opens PostgreSQL inside this process (PGlite) and migrates it. A client that was handed in is left open at the end. */
export async function openEmbeddedDatabase(setting: EmbeddedSetting): Promise<Database> {
  const shared = typeof setting === 'object' && 'client' in setting
  const client = shared ? setting.client : await open(setting)
  const queries = drizzle(client)
  await migrate(queries, migrationConfig)
  return {
    queries,
    transaction: (work) => queries.transaction(work),
    exclusive: !shared,
    listen: (channel, onMessage) => client.listen(channel, onMessage),
    isListening: () => true,
    async close() {
      if (!shared) await client.close()
    },
  }
}

async function open(setting: Exclude<EmbeddedSetting, { client: PGlite }>): Promise<PGlite> {
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
