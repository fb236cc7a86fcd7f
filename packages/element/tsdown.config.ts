import { defineConfig } from 'tsdown'

/** Only the types, with those of the kit inlined. Vite builds the code. */
export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  dts: { sourcemap: false, emitDtsOnly: true },
  platform: 'browser',
  fixedExtension: false,
  clean: false,
  deps: { dts: { alwaysBundle: [/^@connect-account\//] } },
})
