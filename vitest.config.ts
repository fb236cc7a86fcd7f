import { join } from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defaultExclude, defineConfig } from 'vitest/config'
import { chromium } from './apps/e2e/support/chromium.ts'
import { stylesheets } from './packages/react/test/pages/stylesheets.ts'

const resolve = { conditions: ['@connect-account/source', 'module', 'import', 'default'] }
const ssr = { resolve: { conditions: ['@connect-account/source', 'node'] } }
/** What passes takes a third of these limits on a busy machine from empty caches. */
const limits = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000, interval: 10 } },
}
/** Files share their modules, because loading them for each file takes longer than most tests. */
const shared = { ...limits, isolate: false, restoreMocks: true, unstubGlobals: true }
/** Files with modules of their own: they replace a module, or something of the process. */
const isolatedFiles = '*.isolated.test.{ts,tsx}'
/** Files that need a PostgreSQL server. */
const postgresFiles = 'packages/server/**/*.postgres.test.ts'
/** Tests of what only a browser does. */
const pages = 'packages/react/test/pages/**/*.test.tsx'
const adapters = 'packages/server/test/adapters/**/*.test.ts'
const embeddedDatabase = 'packages/server/test/database-snapshot.ts'

/** Server tests that use no database or always the embedded one, or that no kind of database can change. */
const sameOnAnyDatabase = [
  'cli',
  'embedded-database',
  'headers',
  'imap',
  'in-batches',
  'migrations',
  'notice-mail',
  'plans',
  'requests',
  'restart',
  'secrets',
  'settings',
  'unknown-settings',
  'user-proxy',
  'mail-discovery/*',
  'operation/{drain,openapi}',
  'upstream/*',
].map((name) => `packages/server/test/${name}.test.ts`)

/** New objects for each project: vitest writes the project's name into them. */
const inChromium = () => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: chromium }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
})

export default defineConfig({
  test: {
    // By default one of two cores stays idle.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          ...shared,
          name: 'unit',
          include: [
            'packages/core/**/*.test.ts',
            'packages/extension/**/*.test.ts',
            'packages/hosted/**/*.test.ts',
            'apps/chaos/**/*.test.ts',
            'apps/monkeys/**/*.test.ts',
            '.ci/**/*.test.ts',
          ],
          exclude: [...defaultExclude, '.ci/packages/**'],
        },
      },
      {
        // The packages as they are published: `pnpm build` comes first.
        test: {
          ...limits,
          // Compilers of other versions, and the first start of a database.
          testTimeout: 180_000,
          name: 'packages',
          include: ['.ci/packages/**/*.test.ts'],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...shared,
          name: 'server',
          globalSetup: embeddedDatabase,
          include: [...sameOnAnyDatabase, 'apps/demo-server/**/*.test.ts'],
        },
      },
      {
        // Runs the tests of the project `postgres` on the embedded database, after a change of the store. The
        // demo's tests, the journeys, the monkeys and the attacks use that database in any case.
        resolve,
        ssr,
        test: {
          ...shared,
          name: 'embedded',
          globalSetup: embeddedDatabase,
          include: ['packages/server/**/*.test.ts'],
          exclude: [...defaultExclude, adapters, ...sameOnAnyDatabase, postgresFiles, `**/${isolatedFiles}`],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...limits,
          name: 'server-isolated',
          globalSetup: embeddedDatabase,
          include: [`packages/server/**/${isolatedFiles}`],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...shared,
          name: 'postgres',
          globalSetup: [embeddedDatabase, 'packages/test-postgres/src/global-setup.ts'],
          include: ['packages/server/**/*.test.ts'],
          exclude: [...defaultExclude, adapters, ...sameOnAnyDatabase, `**/${isolatedFiles}`],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...limits,
          name: 'adapters',
          globalSetup: embeddedDatabase,
          include: [adapters],
          // After all others: Next.js builds on every core.
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        ssr,
        test: { ...shared, name: 'sandbox', include: ['packages/sandbox/**/*.test.ts'] },
      },
      {
        resolve,
        ssr,
        test: {
          ...shared,
          name: 'components',
          environment: 'jsdom',
          setupFiles: 'packages/react/test/setup.ts',
          include: ['packages/react/**/*.test.{ts,tsx}'],
          exclude: [...defaultExclude, pages, `**/${isolatedFiles}`],
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...limits,
          name: 'components-isolated',
          environment: 'jsdom',
          setupFiles: 'packages/react/test/setup.ts',
          include: [`packages/react/**/${isolatedFiles}`],
        },
      },
      {
        resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
        plugins: [react(), stylesheets()],
        optimizeDeps: {
          // All that is loaded later, too: Vite reloads the page for each library that it finds late.
          entries: [pages, 'packages/react/{src,examples}/**/[A-Za-z-]*.{ts,tsx}'],
          // A library that is found late brings a second React along.
          include: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
        },
        test: { ...limits, name: 'pages', include: [pages], browser: inChromium() },
      },
      {
        // The element as it is built: the kit on Preact.
        resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
        optimizeDeps: { entries: ['packages/element/test/*.ts'] },
        test: {
          ...limits,
          name: 'element',
          globalSetup: 'packages/element/test/build.ts',
          include: ['packages/element/**/*.test.ts'],
          browser: inChromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: join(import.meta.dirname, '.storybook') })],
        test: { ...limits, name: 'stories', browser: inChromium() },
      },
    ],
  },
})
