import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = process.env.CHROMIUM_PATH ?? usualPaths.find((path) => existsSync(path))

/**
 * Chromium at `CHROMIUM_PATH`, or the machine's, or Playwright's own. The flags stop its background requests.
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
