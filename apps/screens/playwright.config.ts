import { chromium } from '@connect-account/e2e/support/chromium.ts'
import { defineConfig } from '@playwright/test'
import { BASELINE, PORT, REPORT, root, STORYBOOK, URL_OF_STORYBOOK } from './src/places.ts'

export default defineConfig({
  testDir: './tests',
  outputDir: `${root}/test-results/screens/failed`,
  snapshotPathTemplate: `${BASELINE}/{arg}{ext}`,
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 120_000,
  expect: {
    // Below the threshold are differences of rounding that no eye sees.
    toHaveScreenshot: { threshold: 0.1, maxDiffPixelRatio: 0.0005 },
  },
  reporter: [['dot'], ['json', { outputFile: REPORT }]],
  use: {
    baseURL: URL_OF_STORYBOOK,
    locale: 'en-US',
    timezoneId: 'UTC',
    deviceScaleFactor: 1,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...chromium,
      // The same shapes of letters on each machine.
      args: [...(chromium.args ?? []), '--font-render-hinting=none', '--disable-lcd-text'],
    },
  },
  webServer: {
    command: `node ${root}/node_modules/vite/bin/vite.js preview --outDir ${STORYBOOK} --port ${PORT} --strictPort`,
    url: `${URL_OF_STORYBOOK}/index.json`,
  },
})
