import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts', 'src/testing/index.ts', 'src/cli/main.ts'],
  format: 'esm',
  platform: 'node',
  fixedExtension: false,
  dts: { sourcemap: false },
  sourcemap: true,
  unbundle: true,
  copy: [
    { from: 'src/phone/assets', to: 'dist/phone' },
    { from: 'src/consent/assets', to: 'dist/consent' },
  ],
})
