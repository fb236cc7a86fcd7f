import { fileURLToPath } from 'node:url'
import { defineConfig } from 'tsdown'
import { readBuiltPage } from './src/read-built-page.ts'

const page = fileURLToPath(new URL('./.cache/page', import.meta.url))

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  dts: { sourcemap: false },
  platform: 'neutral',
  // package.json says `"type": "module"`, so `.js` is enough.
  fixedExtension: false,
  copy: [{ from: '.cache/page/licenses.md', to: 'dist' }],
  plugins: [
    {
      name: 'built-page',
      load: (id) =>
        id.endsWith('/src/built-page.ts')
          ? `export const builtPage = ${JSON.stringify(readBuiltPage(page), null, 1)}`
          : null,
    },
  ],
})
