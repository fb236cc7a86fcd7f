import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'
import { chromium } from './support/chromium.ts'
import { DEMO_URL, DEVELOPMENT_PORT, DEVELOPMENT_URL, stackEnvironment } from './support/stack.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
// Every worker reads this file again, but the folder must be created once.
process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), 'connect-account-e2e-'))

export default defineConfig({
  testDir: './tests',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  // A journey waits for half of its time, so two cores can run three browsers next to the server and its
  // database.
  workers: 3,
  forbidOnly: true,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  use: {
    baseURL: DEMO_URL,
    // Without a GPU, animations take time from the CPU that runs the tests.
    contextOptions: { reducedMotion: 'reduce' },
    // Recording costs a tenth of the time. Use `--trace on` to debug a test.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: chromium,
  },
  projects: [{ name: 'chromium', use: { ...devices['Desktop Chrome'] } }],
  webServer: [
    {
      command: 'node --conditions=@connect-account/source apps/demo-server/src/start.ts',
      cwd: root,
      url: `${DEMO_URL}/healthz`,
      env: stackEnvironment(process.env.E2E_DATA_DIR),
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      timeout: 120_000,
      stderr: 'pipe',
    },
    {
      command: `node node_modules/vite/bin/vite.js apps/demo --port ${DEVELOPMENT_PORT} --strictPort`,
      cwd: root,
      url: DEVELOPMENT_URL,
      env: { DEMO_SERVER: DEMO_URL },
      timeout: 120_000,
    },
  ],
})
