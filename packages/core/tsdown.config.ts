import { defineConfig } from 'tsdown'

const rooms = ['errors', 'protocol', 'catalogue', 'client', 'input', 'internal', 'testing']

export default defineConfig({
  entry: ['src/index.ts', ...rooms.map((room) => `src/${room}/index.ts`)],
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  platform: 'neutral',
  // The package has `"type": "module"`, so `.js` is enough.
  fixedExtension: false,
})
