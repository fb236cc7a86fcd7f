import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { makeApp, openBackend } from '../apps.ts'
import { backendEnvironment } from '../backend.ts'
import type { Case } from '../case.ts'
import { serveBuilt } from '../front.ts'
import { install } from '../installations.ts'
import { expectDialogWorks, expectHostedLinkWorks } from '../journeys.ts'
import { freePort } from '../ports.ts'
import { postgresUrl } from '../postgres.ts'
import { RunningProcess, runCommand } from '../processes.ts'

/** webpack 5 in production; the stylesheet in a script or in its own file. */
const webpack = (styles: 'inline' | 'extracted'): Case => ({
  name: `webpack production, ${styles} styles`,
  limit: 240_000,
  prepare: (workshop) => Promise.all([makeApp(workshop, 'webpack', 'webpack'), openBackend(workshop)]),
  async run(workshop) {
    const folder = await makeApp(workshop, 'webpack', 'webpack')
    const { backend, sandbox } = await openBackend(workshop)
    await runCommand(process.execPath, [join(folder, '../node_modules/webpack/bin/webpack.js')], {
      cwd: folder,
      env: { STYLES: styles },
      limit: 200_000,
    })
    await using site = await serveBuilt({ folder: join(folder, 'dist'), backend })
    await expectDialogWorks(workshop, site.url, sandbox)
  },
})

const requireBanner =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"

/** A backend in one file, in a folder without packages, with the page that its links open. */
const bundledBackend: Case = {
  name: 'esbuild backend in one file',
  prepare: (workshop) => Promise.all([openBackend(workshop), postgresUrl(workshop)]),
  async run(workshop) {
    const folder = await install(workshop, 'backend')
    const { sandbox } = await openBackend(workshop)
    const target = await mkdtemp(join(workshop.folder, 'bundled-'))
    await runCommand(
      join(folder, 'node_modules/.bin/esbuild'),
      [
        'bundled.mjs',
        '--bundle',
        '--platform=node',
        '--format=esm',
        '--external:pg-native',
        `--banner:js=${requireBanner}`,
        `--outfile=${join(target, 'server.mjs')}`,
      ],
      { cwd: folder },
    )
    const port = String(await freePort())
    const url = `http://localhost:${port}`
    const env = backendEnvironment(sandbox, {
      DATABASE_URL: await postgresUrl(workshop),
      PORT: port,
      PUBLIC_URL: url,
    })
    await using server = new RunningProcess(process.execPath, ['server.mjs'], { cwd: target, env })
    await server.waitFor(/Backend:/)
    await expectHostedLinkWorks(workshop, url, sandbox)
  },
}

export const bundlerCases: readonly Case[] = [webpack('inline'), webpack('extracted'), bundledBackend]
