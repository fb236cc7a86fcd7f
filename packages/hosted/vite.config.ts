import { defineConfig } from 'vite'
import root from '../../package.json' with { type: 'json' }
import { preactAsReact } from '../element/preact-as-react.ts'

export default defineConfig({
  resolve: {
    conditions: ['@connect-account/source', 'module', 'browser', 'development|production'],
    alias: preactAsReact,
  },
  // Relative, because the host decides where the handler is mounted.
  base: './',
  build: {
    outDir: '.cache/page',
    target: 'es2022',
    cssTarget: root.browserslist.map((entry) => entry.replace('ios_saf', 'ios').replace(' >= ', '')),
    // Inlines nothing, because the page's CSP forbids inline scripts and `data:` fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
  },
})
