import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['@connect-account/source', 'module', 'import', 'default'] }
const ssr = { resolve: { conditions: ['@connect-account/source', 'node', 'import', 'default'] } }

export default defineConfig({
  test: {
    projects: [
      { resolve, ssr, test: { name: 'unit', include: ['packages/core/**/*.test.ts', '.ci/*.test.ts'] } },
      {
        resolve,
        ssr,
        test: {
          name: 'server',
          include: ['packages/server/**/*.test.ts', 'apps/demo-server/**/*.test.ts'],
          globalSetup: ['packages/server/test/database-snapshot.ts'],
        },
      },
      { resolve, ssr, test: { name: 'sandbox', include: ['packages/sandbox/**/*.test.ts'] } },
      {
        resolve,
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['packages/react/**/*.test.{ts,tsx}'],
          setupFiles: ['packages/react/test/setup.ts'],
        },
      },
    ],
  },
})
