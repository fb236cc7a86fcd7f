import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: 'src/index.ts',
  format: 'esm',
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  platform: 'neutral',
  fixedExtension: false,
})
