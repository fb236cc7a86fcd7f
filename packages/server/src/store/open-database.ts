import type { Logger } from '../log/logger.ts'
import type { Database } from './database.ts'
import type { DatabaseSetting } from './database-setting.ts'

/**
 * Opens and migrates the database. Each driver is loaded only if it is used: the embedded one weighs several
 * megabytes.
 */
export async function openDatabase(setting: DatabaseSetting | 'memory', logger: Logger): Promise<Database> {
  if (typeof setting === 'object' && 'url' in setting) {
    const { openPostgresDatabase } = await import('./postgres-database.ts')
    return openPostgresDatabase(setting.url, logger)
  }
  logger.info({}, 'Opening the embedded database; its first start takes some seconds')
  const { openEmbeddedDatabase } = await import('./embedded-database.ts')
  return openEmbeddedDatabase(setting)
}
