import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import * as v from 'valibot'
import { inject, vi } from 'vitest'
import { hostSettings, type MountedHost, openSandbox } from './mounted-host.ts'
import { smokeTests } from './smoke.ts'

const packages = fileURLToPath(new URL('../../..', import.meta.url))
/** Beside the package's own `node_modules`, where Next.js and the built packages find what they need. */
const workFolder = join(packages, 'server/.cache/adapters')
const appFolder = join(workFolder, 'next-app')
const databaseFolder = join(workFolder, 'database')
const nextBinary = createRequire(import.meta.url).resolve('next/dist/bin/next')

/** Next.js bundles the whole server. */
const START_TIMEOUT = 240_000

smokeTests(startNextHost, START_TIMEOUT)

/** A Next.js app in production, on the packages as they are published. */
async function startNextHost(): Promise<MountedHost> {
  await rm(workFolder, { recursive: true, force: true })
  for (const name of ['next-app', 'count-streams.ts']) {
    await cp(fileURLToPath(new URL(name, import.meta.url)), join(workFolder, name), { recursive: true })
  }
  // Without its own package.json it would be part of the package that it uses.
  await writeFile(join(appFolder, 'package.json'), JSON.stringify({ name: 'next-app', type: 'module' }))
  await Promise.all([installBuilt('core'), installBuilt('server'), makeDatabase()])
  await ended(run(process.execPath, [nextBinary, 'build'], appFolder))

  const sandbox = await openSandbox()
  const { logger, ...settings } = hostSettings
  const next = run(process.execPath, [nextBinary, 'start', '--port', '0'], appFolder, {
    CONNECT_SETTINGS: JSON.stringify({ ...settings, apiUrl: sandbox.url, database: databaseFolder }),
  })
  const url = await addressOf(next)
  return {
    url,
    sandboxUrl: sandbox.url,
    async close() {
      next.child.kill('SIGTERM')
      await once(next.child, 'exit')
      await sandbox.close()
      await rm(workFolder, { recursive: true, force: true })
    },
  }
}

const manifestSchema = v.looseObject({ publishConfig: v.object({ exports: v.unknown() }) })

/** Builds a package into the app's `node_modules`, with the exports that are published. */
async function installBuilt(name: 'core' | 'server'): Promise<void> {
  const source = join(packages, name)
  const target = join(appFolder, 'node_modules/@connect-account', name)
  await mkdir(target, { recursive: true })
  const { publishConfig, ...manifest } = v.parse(
    manifestSchema,
    JSON.parse(await readFile(join(source, 'package.json'), 'utf8')),
  )
  await writeFile(
    join(target, 'package.json'),
    JSON.stringify({ ...manifest, exports: publishConfig.exports }),
  )
  await ended(run('tsdown', ['--no-dts', '--out-dir', join(target, 'dist')], source))
}

async function makeDatabase(): Promise<void> {
  const loadDataDir = new Blob([await readFile(inject('databaseSnapshot'))])
  const client = await PGlite.create({ dataDir: databaseFolder, loadDataDir })
  await client.close()
}

interface Running {
  readonly child: ChildProcess
  /** What it has printed so far. */
  output(): string
}

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): Running {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    // The processes end soon after the test.
    timeout: START_TIMEOUT,
  })
  let output = ''
  const listen = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  return { child, output: () => output }
}

async function ended({ child, output }: Running): Promise<void> {
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}:\n${output()}`)
}

/** Where `next start` says it listens. */
async function addressOf({ child, output }: Running): Promise<string> {
  return vi.waitFor(() => {
    if (child.exitCode !== null) throw new Error(`Next.js did not start:\n${output()}`)
    const [url] = /http:\/\/localhost:\d+/.exec(output()) ?? []
    if (!url || !output().includes('Ready')) throw new Error(`Next.js does not listen:\n${output()}`)
    return url
  }, START_TIMEOUT)
}
