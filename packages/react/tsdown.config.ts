import { mkdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsdown'
import { bundleStyles } from './bundle-styles.ts'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/accounts.ts',
    'src/locales/en.ts',
    'src/captcha/altcha.ts',
    'src/captcha/arkose.ts',
  ],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  platform: 'browser',
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
  copy: [{ from: 'src/styles/stylesheet.d.ts', to: 'dist/styles' }],
  // Region comments would name the folder that the package manager keeps an inlined dependency in.
  inputOptions: { experimental: { attachDebugInfo: 'none' } },
  // Two dependencies carry more along than what is used of them, and no host's bundler can drop it: `@xstate/react` a shim
  // for React 16 and 17, `qrcode.react` its canvas. They are published inlined, without, the second as patched in `patches`; NOTICE holds their
  // licences.
  deps: { alwaysBundle: ['@xstate/react', 'use-isomorphic-layout-effect', 'qrcode.react'] },
  plugins: [
    {
      name: 'native-store-hook',
      resolveId: (id) => (id.startsWith('use-sync-external-store/') ? { id: 'react', external: true } : null),
    },
  ],
  outputOptions: {
    sourcemapPathTransform: (source) => source.replace(/^.*\/node_modules\//, 'vendor/'),
    // A published package may hold no folder of the name `node_modules`.
    entryFileNames: ({ name }) =>
      name.includes('node_modules/') ? `vendor/${basename(name, '.esm')}.js` : '[name].js',
  },
  hooks: {
    'build:done': ({ options: { outDir } }) => {
      mkdirSync(`${outDir}/styles`, { recursive: true })
      for (const file of ['styles.css', 'accounts.css'] as const)
        writeFileSync(`${outDir}/styles/${file}`, bundleStyles(file))
    },
  },
})
