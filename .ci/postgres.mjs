/**
 * A throw-away PostgreSQL: `node .ci/postgres.mjs <command …>` runs the command with `TEST_DATABASE_URL` set, and takes the
 * server away after it, whatever ends the command. Also a module, for what has to crash or restart its server.
 *
 * The server listens on a free port of 127.0.0.1, keeps everything in one temporary folder, and dies with this process even
 * where this process is killed.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { chown, mkdtemp, realpath, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const DEBIAN_VERSIONS = '/usr/lib/postgresql'
/** A cluster that takes longer to start, in milliseconds, does not start. */
const START_LIMIT = 60_000
/** A free port may be taken before it is used. */
const START_TRIES = 5

const isRoot = process.getuid?.() === 0

/**
 * Makes a cluster and starts it. `url` stays the same over `restart()` and `kill()`.
 * @param {{ durable?: boolean, settings?: Record<string, string | number> }} [options] `durable`: a commit survives the
 *   machine's crash (default false: only the server's own); `settings`: more of postgresql.conf.
 */
export async function startPostgres({ durable = false, settings = {} } = {}) {
  const bin = findPostgres() ?? installPostgres()
  const user = isRoot ? unixUser('postgres') : undefined
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'connect-pg-'))
  const run = { bin, folder, user, settings: { ...defaultSettings(folder, durable), ...settings } }
  let server
  try {
    if (user) await chown(folder, user.uid, user.gid)
    makeCluster(run)
    server = await startServer(run)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  const { port } = server
  const again = async () => {
    server = await startServer({ ...run, port })
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    /** The process id of the server. */
    get pid() {
      return serverPid(folder)
    },
    /** Stops it as an administrator does, connections cut, and starts it again. */
    async restart() {
      await server.stop()
      await again()
    },
    /** Ends its process as a crash does. `restart()` brings it back, recovered. */
    async kill() {
      process.kill(serverPid(folder), 'SIGKILL')
      await server.stop()
    },
    /** Stops it and removes everything. */
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function defaultSettings(folder, durable) {
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    max_connections: 200,
    // The line that says it is ready comes on this level; the statements' own errors do not.
    log_min_messages: 'log',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
}

function makeCluster({ bin, folder, user }) {
  const args = ['--pgdata', join(folder, 'data'), '--username=postgres', '--auth=trust', '--encoding=UTF8']
  const { status, error, stderr } = spawnSync(join(bin, 'initdb'), [...args, '--locale=C', '--no-sync'], {
    cwd: folder,
    ...user,
    encoding: 'utf8',
    timeout: START_LIMIT,
  })
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr.trim()}`)
}

async function startServer(run) {
  for (let attempt = 1; ; attempt++) {
    const port = run.port ?? (await freePort())
    try {
      return { port, stop: await tryToStart(run, port) }
    } catch (error) {
      if (attempt === START_TRIES) throw error
    }
  }
}

/** The shell outlives this process for as long as it takes to stop the server: it reads until the pipe to it closes. */
const GUARD = `
trap '' INT HUP TERM
"$@" </dev/null & server=$!
exec 2>/dev/null
read -r word
kill -INT $server
wait $server
[ "$word" = keep ] || rm -rf "$GUARDED_FOLDER"
`

async function tryToStart({ bin, folder, user, settings }, port) {
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const guard = spawn(
    'sh',
    ['-c', GUARD, 'postgres', join(bin, 'postgres'), '-D', join(folder, 'data'), ...options],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, GUARDED_FOLDER: folder },
      // A terminal's Ctrl-C must not reach the server before the command that uses it.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      ...user,
    },
  )
  // After it and, having inherited its log, every process of the server.
  const closed = once(guard, 'close')
  guard.stdin.on('error', () => {})
  const stop = async () => {
    guard.stdin.end('keep\n')
    await closed
  }
  const log = []
  let limit
  try {
    await new Promise((resolve, reject) => {
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

function serverPid(folder) {
  return Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}

function unixUser(name) {
  const id = (flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
}

/** The folder that has `initdb` and `postgres`; Debian keeps them off the path. */
function findPostgres() {
  const debian = existsSync(DEBIAN_VERSIONS)
    ? readdirSync(DEBIAN_VERSIONS)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN_VERSIONS, version, 'bin'))
    : []
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim()
  const candidates = [
    ...debian,
    ...(configured ? [configured] : []),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return candidates.find((bin) => ['initdb', 'postgres'].every((name) => isExecutable(join(bin, name))))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installPostgres() {
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing PostgreSQL with apt-get (once) …\n')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    const packages = ['install', '-y', '-qq', '--no-install-recommends', 'postgresql']
    const bin = apt('update', '-qq') && apt(...packages) ? findPostgres() : undefined
    if (bin) return bin
  }
  throw new Error(
    'No PostgreSQL found: install the server (Debian: apt-get install postgresql; macOS: brew install postgresql@17) ' +
      'and put the folder with initdb and postgres on the PATH.',
  )
}

/** Runs a command beside the server and answers its exit code. */
async function runBeside([command, ...args]) {
  let child
  let interrupted = false
  // This process stays until the child has put its things away.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interrupted = true
      child?.kill(signal)
    })
  }
  const postgres = await startPostgres()
  try {
    if (interrupted) return 130
    const env = { ...process.env, TEST_DATABASE_URL: postgres.url }
    child = spawn(command, args, { stdio: 'inherit', env })
    const [code] = await once(child, 'exit')
    return code ?? (interrupted ? 130 : 1)
  } finally {
    await postgres.stop()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const command = process.argv.slice(2)
  if (command.length === 0) {
    process.stderr.write('Usage: node .ci/postgres.mjs <command …>\n')
    process.exit(2)
  }
  try {
    process.exitCode = await runBeside(command)
  } catch (error) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
