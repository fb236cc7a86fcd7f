import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = process.env.CHROMIUM_PATH ?? usualPaths.find((path) => existsSync(path))

/**
 * The browser that `CHROMIUM_PATH` names, else the machine's, else Playwright's own. It makes no calls of its own.
 */
export const chromium: LaunchOptions = {
  ...(executablePath && { executablePath }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
