import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { openBackend } from '../apps.ts'
import type { Case } from '../case.ts'
import { expectHostedLinkWorks, expectPageColor, expectPageLinks } from '../journeys.ts'
import {
  buildNext,
  configureNext,
  makeNextApp,
  type NextBackend,
  serveNext,
  serveStandalone,
} from '../next.ts'
import { postgresUrl } from '../postgres.ts'
import type { Site } from '../vite.ts'
import type { Workshop } from '../workshop.ts'

const LIMIT = 480_000

const prepare = (workshop: Workshop) => Promise.all([makeNextApp(workshop), openBackend(workshop)])

/** From the documentation, for the embedded database. */
const documented = { serverExternalPackages: ['@electric-sql/pglite'] }
/** Packages that are not bundled must be among the traced files. */
const external = { serverExternalPackages: ['@connect-account/server', '@connect-account/hosted'] }

interface NextRun {
  readonly name: string
  readonly config: object
  readonly database: (workshop: Workshop) => Promise<string>
  readonly serve: (workshop: Workshop, folder: string, backend: NextBackend) => Promise<Site>
}

/** The embedded database, in a folder. */
const embedded = (workshop: Workshop) => mkdtemp(join(workshop.folder, 'database-'))

const serveBuilt: NextRun['serve'] = async (_, folder, backend) => {
  await buildNext(folder)
  return serveNext('start', folder, backend)
}

const serveMoved: NextRun['serve'] = async (workshop, folder, backend) => {
  await buildNext(folder)
  return serveStandalone(workshop, folder, backend)
}

const runs: readonly NextRun[] = [
  {
    name: 'next development',
    config: documented,
    database: embedded,
    serve: (_, folder, backend) => serveNext('dev', folder, backend),
  },
  { name: 'next production', config: documented, database: embedded, serve: serveBuilt },
  { name: 'next production, nothing set', config: {}, database: postgresUrl, serve: serveBuilt },
  { name: 'next standalone', config: { output: 'standalone' }, database: postgresUrl, serve: serveMoved },
  {
    name: 'next standalone, serverExternalPackages',
    config: { ...external, output: 'standalone' },
    database: postgresUrl,
    serve: serveMoved,
  },
]

/** The app router with the backend in the app, under the nonce policy of Next's guide. */
const nextWorks = ({ name, config, database, serve }: NextRun): Case => ({
  name,
  limit: LIMIT,
  prepare,
  async run(workshop) {
    const folder = await makeNextApp(workshop)
    const { sandbox } = await openBackend(workshop)
    await configureNext(folder, config)
    await using site = await serve(workshop, folder, { sandbox, database: await database(workshop) })
    await expectPageLinks(workshop, `${site.url}/`, sandbox)
    await expectPageColor(workshop, `${site.url}/`, 'light', { colorScheme: 'light' })
    await expectPageColor(workshop, `${site.url}/?appearance=dark`, 'dark', { colorScheme: 'light' })
    await expectHostedLinkWorks(workshop, site.url, sandbox)
  },
})

export const nextCases: readonly Case[] = runs.map(nextWorks)
