import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/adapters/node.ts'],
  format: 'esm',
  dts: true,
  unbundle: true,
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
})
