import type { LaunchOptions } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH

/** Chromium at `CHROMIUM_PATH`, or Playwright's own. The flags keep it from making background requests. */
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
