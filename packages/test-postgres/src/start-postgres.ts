import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findOrInstallPostgres } from './find-postgres.ts'

/** Milliseconds that creating or starting a cluster may take. */
const START_LIMIT = 60_000
/** Another process may take a free port before the server does. */
const START_TRIES = 5

export interface PostgresOptions {
  /** A commit survives a crash of the machine, not only of the server. @default false */
  readonly durable?: boolean
  /** More settings of postgresql.conf. */
  readonly settings?: Readonly<Record<string, string | number>>
}

/** A running server. Its `url` stays the same after `restart()` and `kill()`. */
export interface PostgresServer {
  readonly url: string
  /** The process id of the server. */
  readonly pid: number
  /** Stops it as an administrator does, which closes all connections, and starts it again. */
  restart(): Promise<void>
  /** Kills the process, as a crash does. `restart()` brings it back and recovers the data. */
  kill(): Promise<void>
  /** Stops it and removes its files. */
  stop(): Promise<void>
}

interface Cluster {
  readonly bin: string
  readonly folder: string
  /** PostgreSQL refuses to run as root. */
  readonly user: UnixUser | undefined
  readonly settings: Readonly<Record<string, string | number>>
}

interface UnixUser {
  readonly uid: number
  readonly gid: number
}

interface RunningServer {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Creates a cluster in a temporary folder and starts it on a free port of 127.0.0.1. The server stops with this process, even
 * if this process is killed.
 */
export async function startPostgres({
  durable = false,
  settings = {},
}: PostgresOptions = {}): Promise<PostgresServer> {
  const bin = findOrInstallPostgres()
  const user = process.getuid?.() === 0 ? unixUser('postgres') : undefined
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'connect-pg-'))
  const cluster = { bin, folder, user, settings: { ...defaultSettings(folder, durable), ...settings } }
  let server: RunningServer
  try {
    if (user) await chown(folder, user.uid, user.gid)
    createCluster(cluster)
    server = await startServer(cluster)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  const { port } = server
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    get pid() {
      return serverPid(folder)
    },
    async restart() {
      await server.stop()
      server = await startServer(cluster, port)
    },
    async kill() {
      process.kill(serverPid(folder), 'SIGKILL')
      await server.stop()
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function defaultSettings(folder: string, durable: boolean): Cluster['settings'] {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    // The line that says it is ready has this level; errors of statements do not.
    log_min_messages: 'log',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
}

function createCluster({ bin, folder, user }: Cluster): void {
  const args = ['--pgdata', join(folder, 'data'), '--username=postgres', '--auth=trust', '--encoding=UTF8']
  const { status, error, stderr } = spawnSync(join(bin, 'initdb'), [...args, '--locale=C', '--no-sync'], {
    cwd: folder,
    ...user,
    encoding: 'utf8',
    timeout: START_LIMIT,
  })
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr.trim()}`)
}

async function startServer(cluster: Cluster, fixedPort?: number): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const port = fixedPort ?? (await freePort())
    try {
      return { port, stop: await tryToStart(cluster, port) }
    } catch (error) {
      if (attempt === START_TRIES) throw error
    }
  }
}

/** Waits until the pipe to it closes, which also happens if this process is killed; then stops the server. */
const GUARD = `
trap '' INT HUP TERM
"$@" </dev/null & server=$!
exec 2>/dev/null
read -r word
kill -INT $server
wait $server
[ "$word" = keep ] || rm -rf "$GUARDED_FOLDER"
`

/** Resolves to the function that stops the server. */
async function tryToStart(
  { bin, folder, user, settings }: Cluster,
  port: number,
): Promise<() => Promise<void>> {
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const guard = spawn(
    'sh',
    ['-c', GUARD, 'postgres', join(bin, 'postgres'), '-D', join(folder, 'data'), ...options],
    {
      cwd: folder,
      env: { ...process.env, GUARDED_FOLDER: folder },
      // A terminal's Ctrl-C must not reach the server before the tests that use it.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      ...user,
    },
  )
  // The pipe closes after every process of the server has ended, because they inherit it.
  const closed = once(guard, 'close')
  // The guard may have ended already, and then nothing reads the pipe.
  guard.stdin.on('error', () => {})
  const stop = async () => {
    guard.stdin.end('keep\n')
    await closed
  }
  const log: string[] = []
  let limit: NodeJS.Timeout | undefined
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new Error(`PostgreSQL does not start:\n${log.join('\n')}`))
      limit = setTimeout(fail, START_LIMIT)
      guard.on('error', reject)
      createInterface({ input: guard.stderr })
        .on('line', (line) => {
          if (line.includes('database system is ready to accept connections')) resolve()
          if (log.push(line) > 20) log.shift()
        })
        .on('close', fail)
    })
  } catch (error) {
    await stop()
    throw error
  } finally {
    clearTimeout(limit)
  }
  return stop
}

function serverPid(folder: string): number {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('No TCP port')
  return address.port
}

function unixUser(name: string): UnixUser {
  const id = (flag: string) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}
