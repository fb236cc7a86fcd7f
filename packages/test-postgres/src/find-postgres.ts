import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const DEBIAN_VERSIONS = '/usr/lib/postgresql'

/** Returns the folder that has `initdb` and `postgres`, and installs PostgreSQL if there is none. */
export function findOrInstallPostgres(): string {
  return findPostgres() ?? installPostgres()
}

function findPostgres(): string | undefined {
  // Debian keeps the server's commands off the PATH.
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

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function installPostgres(): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing PostgreSQL with apt-get (once) …\n')
    const install = ['install', '-y', '-qq', '--no-install-recommends', 'postgresql']
    const bin = apt('update', '-qq') && apt(...install) ? findPostgres() : undefined
    if (bin) return bin
  }
  throw new Error(
    'No PostgreSQL found. Install the server (Debian: apt-get install postgresql; macOS: brew install postgresql@17) ' +
      'and put the folder with initdb and postgres on the PATH.',
  )
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
}
