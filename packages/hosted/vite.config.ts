import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { browserslist as baseline } from '../../package.json' with { type: 'json' }

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
  // Relative, because the host decides where the handler is mounted.
  base: './',
  build: {
    outDir: '.cache/page',
    target: 'es2022',
    cssTarget: baseline.map((entry) => entry.replace('ios_saf', 'ios').replace(' >= ', '')),
    // Inlines nothing, because the page's CSP forbids inline scripts and `data:` fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
  },
})
