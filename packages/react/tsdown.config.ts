import { mkdirSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'
import { bundleStyles } from './bundle-styles.ts'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/accounts.ts',
    'src/headless.ts',
    'src/testing.ts',
    'src/inspector.ts',
    'src/locales/en.ts',
    'src/locales/find-locale.ts',
    'src/locales/*/locale.ts',
    'src/captcha/altcha.ts',
    'src/captcha/arkose.ts',
  ],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  platform: 'browser',
  // The package has `"type": "module"`, so `.js` is enough.
  fixedExtension: false,
  copy: [
    { from: 'src/styles/stylesheet.d.ts', to: 'dist/styles' },
    { from: 'src/styles/themes/*.css', to: 'dist/styles/themes' },
    { from: 'src/styles/inspector.css', to: 'dist/styles' },
  ],
  hooks: {
    'build:done': ({ options: { outDir } }) => {
      mkdirSync(`${outDir}/styles`, { recursive: true })
      for (const file of ['styles.css', 'accounts.css'] as const)
        writeFileSync(`${outDir}/styles/${file}`, bundleStyles(file))
    },
  },
})
