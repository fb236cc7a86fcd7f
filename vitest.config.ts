import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defaultExclude, defineConfig } from 'vitest/config'
import { chromium } from './apps/e2e/support/chromium.ts'

const resolve = { conditions: ['@connect-account/source', 'module', 'import', 'default'] }
const ssr = { resolve: { conditions: ['@connect-account/source', 'node'] } }
/** Nothing that passes takes a third of it, on a busy machine and from empty caches either. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000 }
const patience = fileURLToPath(new URL('.ci/patience.ts', import.meta.url))
const patient = { ...limits, setupFiles: [patience] }

export default defineConfig({
  test: {
    // Of two cores the default would use one.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'unit',
          include: [
            'packages/core/**/*.test.ts',
            'packages/hosted/**/*.test.ts',
            'apps/chaos/**/*.test.ts',
            '.ci/*.test.ts',
          ],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'server',
          include: ['packages/server/**/*.test.ts', 'apps/demo-server/**/*.test.ts'],
          exclude: [...defaultExclude, 'packages/server/test/adapters/**'],
          globalSetup: ['packages/server/test/database-snapshot.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'adapters',
          include: ['packages/server/test/adapters/**/*.test.ts'],
          globalSetup: ['packages/server/test/database-snapshot.ts'],
          // After all others: Next.js builds on every core.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'sandbox',
          include: ['packages/sandbox/**/*.test.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...limits,
          name: 'components',
          environment: 'jsdom',
          include: ['packages/react/**/*.test.{ts,tsx}'],
          setupFiles: [patience, 'packages/react/test/setup.ts'],
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: {
          ...limits,
          name: 'stories',
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
