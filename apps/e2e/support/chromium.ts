import type { LaunchOptions } from '@playwright/test'

const executablePath = process.env.CHROMIUM_PATH

/** The browser that `CHROMIUM_PATH` names, else Playwright's own; quiet, so that it calls nobody at home. */
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
