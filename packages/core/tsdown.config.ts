import { defineConfig } from 'tsdown'

const rooms = ['errors', 'protocol', 'catalogue', 'client', 'input', 'internal', 'testing']

export default defineConfig({
  entry: ['src/index.ts', ...rooms.map((room) => `src/${room}/index.ts`)],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  platform: 'neutral',
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
})
