/**
 * Prepares the toolchain, then runs a command: `node .ci/bootstrap.mjs [--chromium] <command …>`.
 *
 * It works as the first command in a fresh clone on a machine that has only Node 18 or newer and npm, so this
 * file is plain JavaScript without dependencies. It installs nothing outside the repository, except Chromium
 * if `--chromium` is given and the machine has none. It writes to stderr only, so that stdout has only the
 * command's output.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, installChromium } from './chromium.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const NODE_VERSION = '24.21.0'
const PNPM_VERSION = '12.21.0'
/** Below this, type stripping and some tools do not run. */
const OLDEST_NODE = [22, 18]

const say = (text) => process.stderr.write(`${text}\n`)

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  })
  if (error || status !== 0) {
    say(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`)
    process.exit(status || 1)
  }
}

function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
}

/** Whether the PATH has the pnpm version that this repository pins, as on a contributor's machine. */
function hasPnpm() {
  const { stdout } = spawnSync('pnpm', ['--version'], {
    cwd: tmpdir(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return stdout?.trim().split('.')[0] === PNPM_VERSION.split('.')[0]
}

/**
 * Installs pnpm, and Node if this one is too old, into `.tools` through npm. Returns the folder of their
 * commands, or nothing if the machine has both.
 */
function prepareTools() {
  const tools = join(root, '.tools')
  const bin = join(tools, 'node_modules', '.bin')
  const wanted = [`pnpm@${PNPM_VERSION}`]
  // The Node in `.tools` may be the one on the PATH: it must not conclude that the machine has one.
  const isOwnNode = process.execPath.startsWith(tools)
  if (!isOwnNode && isRecentEnough(process.versions.node) && hasPnpm()) return undefined
  if (isOwnNode || !isRecentEnough(process.versions.node)) {
    const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
    if (!['linux-x64', 'linux-arm64', 'win-x64'].includes(platform)) {
      say(
        `Node ${process.versions.node} is too old and no packaged Node exists for ${platform}: install Node 22.18 or newer.`,
      )
      process.exit(1)
    }
    wanted.push(`node-${platform}@${NODE_VERSION}`)
  }
  const stamp = join(tools, 'installed')
  const key = wanted.join(' ')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return bin
  say('Preparing pnpm and Node (once, a few seconds) …')
  mkdirSync(tools, { recursive: true })
  run('npm', [
    'install',
    '--prefix',
    tools,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...wanted,
  ])
  writeFileSync(stamp, key)
  return bin
}

/** Installs the workspace's packages when the lock file or a manifest has changed since the last time. */
function installPackages(env) {
  const manifests = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml']
  for (const folder of ['packages', 'apps']) {
    for (const name of readdirSync(join(root, folder))) {
      if (existsSync(join(root, folder, name, 'package.json')))
        manifests.push(join(folder, name, 'package.json'))
    }
  }
  const hash = createHash('sha256')
  for (const file of manifests) hash.update(file).update(readFileSync(join(root, file)))
  const key = hash.digest('hex')
  const stamp = join(root, 'node_modules', '.bootstrap')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  say('Installing packages …')
  run('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], { env })
  writeFileSync(stamp, key)
}

const args = process.argv.slice(2)
const needsChromium = args[0] === '--chromium'
if (needsChromium) args.shift()
const [command, ...rest] = args
if (!command) {
  say('Usage: node .ci/bootstrap.mjs [--chromium] <command …>')
  process.exit(2)
}

const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
const path = [prepareTools(), join(root, 'node_modules', '.bin'), process.env[pathKey]]
  .filter(Boolean)
  .join(delimiter)
const env = { ...process.env, [pathKey]: path }
installPackages(env)
if (needsChromium) env.CHROMIUM_PATH = findChromium() ?? installChromium(env, say)

const child = spawn(command, rest, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
// A terminal's Ctrl-C also reaches the child; a signal to this process alone must be forwarded. Either way
// this process waits until the child has cleaned up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  say(`Cannot run ${command}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
