import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/store/migrate.ts'
import { jobsDone } from './fixtures.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /**
     * A file with a migrated, empty embedded database: opening it takes a fifth of the time of creating one.
     */
    databaseSnapshot: string
  }
}

/** Creates one migrated database for the whole run; each test file starts from a copy. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-'))
  const file = join(folder, 'snapshot.tar')
  const client = await PGlite.create()
  await migrate(client)
  await client.exec(jobsDone)
  const snapshot = await client.dumpDataDir('none')
  await client.close()
  await writeFile(file, Buffer.from(await snapshot.arrayBuffer()))
  project.provide('databaseSnapshot', file)
  return () => rm(folder, { recursive: true, force: true })
}
