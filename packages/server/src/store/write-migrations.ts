/**
 * Writes `migrations.ts` from the folder `migrations`: `npm run migrations:generate` runs it after
 * drizzle-kit.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'

const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))
const migrations = readMigrationFiles({ migrationsFolder }).map(({ folderMillis, hash, sql }) => ({
  at: folderMillis,
  hash,
  statements: sql,
}))

writeFileSync(
  new URL('./migrations.ts', import.meta.url),
  `// Written by write-migrations.ts from the folder \`migrations\`. Do not edit.
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = ${JSON.stringify(migrations, null, 2)}
`,
)
