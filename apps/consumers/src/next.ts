import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backendEnvironment, type Sandbox } from './backend.ts'
import { install } from './installations.ts'
import { freePort } from './ports.ts'
import { RunningProcess, runCommand } from './processes.ts'
import type { Site } from './vite.ts'
import type { Workshop } from './workshop.ts'

const BUILD_LIMIT = 360_000
const WARM_UP_LIMIT = 120_000

/** Our Next app in the folder of its installation, which is the app's root, as with `create-next-app`. */
export function makeNextApp(workshop: Workshop): Promise<string> {
  return workshop.once('next app', async () => {
    const folder = await install(workshop, 'next')
    return workshop.copyFixture('next', folder)
  })
}

/** Writes `next.config.ts` and removes the build of an earlier one. */
export async function configureNext(folder: string, config: object): Promise<void> {
  await rm(join(folder, '.next'), { recursive: true, force: true })
  await writeFile(join(folder, 'next.config.ts'), `export default ${JSON.stringify(config)}\n`)
}

const next = (folder: string) => join(folder, 'node_modules/next/dist/bin/next')

export async function buildNext(folder: string): Promise<void> {
  await runCommand(process.execPath, [next(folder), 'build'], { cwd: folder, limit: BUILD_LIMIT })
}

export interface NextBackend {
  readonly sandbox: Sandbox
  readonly database: string
}

/** `next dev` or `next start`. */
export async function serveNext(
  command: 'dev' | 'start',
  folder: string,
  backend: NextBackend,
): Promise<Site> {
  const port = await freePort()
  return serve(folder, [next(folder), command, '--port', String(port)], port, backend)
}

/** Runs `node server.js` of a standalone build in an otherwise empty folder, like a container. */
export async function serveStandalone(
  workshop: Workshop,
  folder: string,
  backend: NextBackend,
): Promise<Site> {
  const target = await mkdtemp(join(workshop.folder, 'standalone-'))
  await cp(join(folder, '.next/standalone'), target, { recursive: true })
  await cp(join(folder, '.next/static'), join(target, '.next/static'), { recursive: true })
  return serve(target, ['server.js'], await freePort(), backend)
}

async function serve(
  cwd: string,
  args: readonly string[],
  port: number,
  { sandbox, database }: NextBackend,
): Promise<Site> {
  const url = `http://localhost:${port}`
  const settings = { DATABASE_URL: database, PORT: String(port), PUBLIC_URL: url }
  const env = backendEnvironment(sandbox, settings)
  const child = new RunningProcess(process.execPath, args, { cwd, env })
  await child.waitFor(/Ready in/)
  await warmUp(url)
  return { url, [Symbol.asyncDispose]: () => child.stop() }
}

/**
 * The first requests compile their routes and open the database, which takes longer than the time limit of a
 * page.
 */
async function warmUp(url: string): Promise<void> {
  const signal = AbortSignal.timeout(WARM_UP_LIMIT)
  await fetch(`${url}/api/connect-session`, { method: 'POST', signal })
  await fetch(`${url}/connect/providers`, { signal })
}
