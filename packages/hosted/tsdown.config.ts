import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  dts: true,
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
})
