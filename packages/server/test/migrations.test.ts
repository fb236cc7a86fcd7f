import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as migrateByDrizzle } from 'drizzle-orm/pglite/migrator'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate, newestMigration, readNewestApplied } from '../src/store/migrate.ts'
import { migrations } from '../src/store/migrations.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))
const files = readMigrationFiles({ migrationsFolder: folder })
const counted = { migrationsSchema: 'public', migrationsTable: 'connect_migrations' }
const tables = `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
  where table_schema = 'public' order by 1, ordinal_position`
const indexes = `select indexdef from pg_indexes where schemaname = 'public' order by 1`
const applied = 'select hash, created_at from connect_migrations order by id'

async function openSnapshot(): Promise<PGlite> {
  const snapshot = new Blob([await readFile(inject('databaseSnapshot'))])
  const client = await PGlite.create({ loadDataDir: snapshot })
  onTestFinished(() => client.close())
  return client
}

async function describe(client: PGlite): Promise<unknown> {
  return Promise.all([tables, indexes, applied].map(async (query) => (await client.query(query)).rows))
}

test('the module holds the files of the folder `migrations`; `npm run migrations:generate` writes both', () => {
  const inlined = migrations.map(({ at, hash, statements }) => ({ folderMillis: at, hash, sql: statements }))
  expect(inlined).toEqual(files.map(({ folderMillis, hash, sql }) => ({ folderMillis, hash, sql })))
  expect(newestMigration).toBe(files.at(-1)?.folderMillis)
})

/** The folder as it was when it had this many migrations. */
async function olderFolder(count: number): Promise<string> {
  const older = await mkdtemp(join(tmpdir(), 'connect-migrations-'))
  onTestFinished(() => rm(older, { recursive: true }))
  await cp(folder, older, { recursive: true })
  const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8'))
  const entries = journal.entries.slice(0, count)
  await writeFile(join(older, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  return older
}

test.each([1, files.length - 1, files.length].map((count) => ({ count })))(
  "a database with $count migrations by drizzle's own migrator continues from there",
  async ({ count }) => {
    const client = await openSnapshot()
    const wanted = await describe(client)
    await client.exec('drop schema public cascade; create schema public')
    await migrateByDrizzle(drizzle(client), { migrationsFolder: await olderFolder(count), ...counted })
    await client.transaction(migrate)
    expect(await describe(client)).toEqual(wanted)
    expect(await readNewestApplied(client)).toBe(newestMigration)
  },
)

test('migrations of a newer version are left alone', async () => {
  const client = await openSnapshot()
  await client.query('insert into connect_migrations (hash, created_at) values ($1, $2)', ['newer', 9e12])
  const before = await describe(client)
  await client.transaction(migrate)
  expect(await describe(client)).toEqual(before)
})

test('a migration that fails changes nothing', async () => {
  const client = await openSnapshot()
  await client.exec('drop schema public cascade; create schema public; create table connect_audit ()')
  await expect(client.transaction(migrate)).rejects.toThrow('connect_audit')
  const { rows } = await client.query(
    `select table_name from information_schema.tables where table_schema = 'public'`,
  )
  expect(rows).toEqual([{ table_name: 'connect_audit' }])
})

test('what ended under the old spelling of "canceled" has the new one', async () => {
  const client = await openSnapshot()
  await client.exec('drop schema public cascade; create schema public')
  const before = files.findIndex(({ sql }) => sql.some((statement) => statement.includes('"canceled"')))
  const older = { migrationsFolder: await olderFolder(before), ...counted }
  await migrateByDrizzle(drizzle(client), older)
  await client.exec(`
    insert into connect_intents (id, user_id, provider, method, mode, idempotency_key, state, revision, step, awaiting,
      next_poll_at, faults, created_at, expires_at, ended_at)
    values ('i', 'anna', 'linkedin', 'credentials', 'link', 'key', 'state', 2, '{"type":"cancelled"}', false,
      now(), 0, now(), now(), now());
    insert into connect_audit (at, user_id, action, result) values (now(), 'anna', 'intent_ended', 'cancelled')`)
  await client.transaction(migrate)
  const { rows } = await client.query('select step, result from connect_intents, connect_audit')
  expect(rows).toEqual([{ step: { type: 'canceled' }, result: 'canceled' }])
})
