import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultExclude, defineConfig } from 'vitest/config'
import { chromium } from './apps/e2e/support/chromium.ts'
import { stylesheets } from './packages/react/test/pages/stylesheets.ts'

const root = import.meta.dirname
const resolve = { conditions: ['@connect-account/source', 'module', 'import', 'default'] }
const ssr = { resolve: { conditions: ['@connect-account/source', 'node'] } }
/** Nothing that passes takes a third of it, on a busy machine and from empty caches either. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000 }
const patience = join(root, '.ci/patience.ts')
const patient = { ...limits, setupFiles: [patience] }
/** Files share their modules: to load these anew for each costs more than most of the tests. */
const together = { isolate: false, restoreMocks: true, unstubGlobals: true }
/** But for those that put something else in a module's place, or in the process's. */
const alone = (files: string) =>
  globSync(files, { cwd: root, exclude: (name) => name === 'node_modules' }).filter((file) =>
    /\bvi\.(do)?mock\(|\.setGlobal\w+\(/i.test(readFileSync(join(root, file), 'utf8')),
  )
const serverAlone = alone('packages/server/test/**/*.test.ts')
const componentsAlone = alone('packages/react/**/*.test.{ts,tsx}')
/** Run in a browser: what they test is what only a browser does. */
const pages = 'packages/react/test/pages/**/*.test.tsx'
const database = { globalSetup: ['packages/server/test/database-snapshot.ts'] }
const inBrowser = { environment: 'jsdom', setupFiles: [patience, 'packages/react/test/setup.ts'] }

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
          ...together,
          name: 'unit',
          include: [
            'packages/core/**/*.test.ts',
            'packages/hosted/**/*.test.ts',
            'apps/chaos/**/*.test.ts',
            '.ci/**/*.test.ts',
          ],
          exclude: [...defaultExclude, '.ci/packages/**'],
        },
      },
      // As they are published: `npm run build` comes first.
      {
        test: {
          ...patient,
          // Compilers of other versions, and a database's first start.
          testTimeout: 180_000,
          name: 'packages',
          include: ['.ci/packages/**/*.test.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          ...together,
          name: 'server',
          ...database,
          include: ['packages/server/**/*.test.ts', 'apps/demo-server/**/*.test.ts'],
          exclude: [...defaultExclude, 'packages/server/test/adapters/**', ...serverAlone],
        },
      },
      { resolve, ssr, test: { ...patient, name: 'server-alone', ...database, include: serverAlone } },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          name: 'adapters',
          ...database,
          include: ['packages/server/test/adapters/**/*.test.ts'],
          // After all others: Next.js builds on every core.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...patient,
          ...together,
          name: 'sandbox',
          include: ['packages/sandbox/**/*.test.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...limits,
          ...together,
          name: 'components',
          ...inBrowser,
          include: ['packages/react/**/*.test.{ts,tsx}'],
          exclude: [...defaultExclude, ...componentsAlone, pages],
        },
      },
      {
        resolve,
        ssr,
        test: { ...limits, name: 'components-alone', ...inBrowser, include: componentsAlone },
      },
      {
        resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
        plugins: [react(), stylesheets()],
        optimizeDeps: {
          // All that is loaded later, too: Vite reloads the page for each library that it finds late.
          entries: [pages, 'packages/react/{src,examples}/**/[A-Za-z-]*.{ts,tsx}'],
          // One that is found late brings a second React along.
          include: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
        },
        test: {
          ...limits,
          name: 'pages',
          include: [pages],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
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
