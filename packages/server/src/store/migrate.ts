import { fileURLToPath } from 'node:url'
import type { MigrationConfig } from 'drizzle-orm/migrator'

/** Where the migrations lie and how they are counted: in a table of our own, beside whatever the host migrates with. */
export const migrationConfig: MigrationConfig = {
  // `src/store` and `dist/store` are equally deep in the package.
  migrationsFolder: fileURLToPath(new URL('../../migrations', import.meta.url)),
  migrationsSchema: 'public',
  migrationsTable: 'connect_migrations',
}

/** The advisory lock under which one instance migrates while the others wait: "connect" in ASCII, as a bigint. */
export const MIGRATION_LOCK = '27988542883652468'
