/** Finds a Chromium for the browser tests, or installs one: the machine's package where there is one, else Playwright's. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The browser that `CHROMIUM_PATH` names, else one in its usual place; `undefined` when there is none. Empty means Playwright's own. */
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
    say('No Chromium: install one and name it in CHROMIUM_PATH.')
    process.exit(1)
  }
  return ''
}
