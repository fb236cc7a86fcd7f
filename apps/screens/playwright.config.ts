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
    // On one machine no pixel differs. Another version of Chromium may round a few differently.
    toHaveScreenshot: { threshold: 0.03, maxDiffPixels: 20 },
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
      // Each pixel is the same in each run and on each machine.
      args: [
        ...(chromium.args ?? []),
        '--font-render-hinting=none',
        '--disable-lcd-text',
        '--disable-partial-raster',
        '--disable-skia-runtime-opts',
        '--force-color-profile=srgb',
      ],
    },
  },
  webServer: {
    command: `node ${root}/node_modules/vite/bin/vite.js preview --outDir ${STORYBOOK} --port ${PORT} --strictPort`,
    url: `${URL_OF_STORYBOOK}/index.json`,
  },
})
