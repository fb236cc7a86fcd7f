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
  // `qrcode.react` carries its canvas along, which is not used here and which no host's bundler can drop. It is published inlined,
  // without, as patched in `patches`; NOTICE holds its license.
  deps: { alwaysBundle: ['qrcode.react'] },
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
