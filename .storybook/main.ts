import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { StorybookConfig } from '@storybook/react-vite'

const toolbar = join(import.meta.dirname, 'toolbar')

/** The documentation, as `pnpm docs:site` wrote it. Tests do not need it. */
const generated = join(import.meta.dirname, 'generated')
const hasDocs = existsSync(generated) && !process.env.VITEST

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    './pages/*.mdx',
    ...(hasDocs ? ['./generated/pages/*.mdx'] : []),
    '../packages/react/examples/**/*.stories.tsx',
    '../packages/server/examples/**/*.stories.tsx',
  ],
  addons: [
    '@storybook/addon-docs',
    '@storybook/addon-a11y',
    '@storybook/addon-themes',
    '@storybook/addon-vitest',
  ],
  staticDirs: hasDocs ? [join(generated, 'static')] : [],
  // Reads the props and their comments from the types. Tests do not need them.
  typescript: {
    reactDocgen: process.env.VITEST ? false : 'react-docgen-typescript',
    reactDocgenTypescriptOptions: {
      include: ['.storybook/toolbar/*.tsx'],
      tsconfigPath: '.storybook/tsconfig.json',
    },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  async viteFinal(config) {
    const { mergeConfig } = await import('vite')
    return mergeConfig(config, {
      resolve: {
        conditions: ['@connect-account/source', 'module', 'browser', 'development|production'],
        // The same components, which follow the toolbar.
        alias: [
          { find: /^@connect-account\/react$/, replacement: join(toolbar, 'kit.tsx') },
          { find: /^@connect-account\/react\/accounts$/, replacement: join(toolbar, 'accounts.tsx') },
          { find: /^@connect-account\/react\/headless$/, replacement: join(toolbar, 'headless.ts') },
        ],
      },
    })
  },
}

export default config
