import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
  // The handler decides where the page is: its files are named beside it.
  base: './',
  build: {
    outDir: '.cache/page',
    target: 'es2022',
    // What the kit's styles need as they are: `light-dark()` and `:dir()`, which no rewriting keeps whole.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    // One folder of files, and nothing inlined: the page's policy allows no inline script and no data: font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
  },
})
