/**
 * Finds a Chromium for the browser tests, or installs one: with the machine's package manager if possible, or
 * else Playwright's.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/**
 * The browser that `CHROMIUM_PATH` names, or else one in a usual place; `undefined` if there is none. Empty
 * means Playwright's own.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined) return named
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  )
}

export function installChromium(env, say) {
  const isRoot = process.getuid?.() === 0
  if (existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium with apt-get (once) …')
    const apt = (...args) =>
      spawnSync(isRoot ? 'apt-get' : 'sudo', isRoot ? args : ['-n', 'apt-get', ...args], {
        stdio: ['ignore', 2, 2],
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    if (
      apt('update', '-qq') &&
      apt('install', '-y', '-qq', '--no-install-recommends', 'chromium') &&
      findChromium()
    ) {
      return findChromium()
    }
  }
  say("Installing Playwright's Chromium (once) …")
  const { status } = spawnSync('playwright', ['install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    env,
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    say('Chromium was not found. Install it and set CHROMIUM_PATH to its path.')
    process.exit(1)
  }
  return ''
}
