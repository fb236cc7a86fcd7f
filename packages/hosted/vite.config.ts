import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { browserslist as baseline } from '../../package.json' with { type: 'json' }

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
  // The handler decides where the page is: its files are named beside it.
  base: './',
  build: {
    outDir: '.cache/page',
    target: 'es2022',
    cssTarget: baseline.map((entry) => entry.replace('ios_saf', 'ios').replace(' >= ', '')),
    // One folder of files, and nothing inlined: the page's policy allows no inline script and no data: font.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
  },
})
