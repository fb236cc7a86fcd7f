import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
})
