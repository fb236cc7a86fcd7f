import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'lightningcss'
import { defineConfig, type Plugin } from 'vite'
import root from '../../package.json' with { type: 'json' }
import { bundleStyles } from '../react/bundle-styles.ts'
import manifest from './package.json' with { type: 'json' }
import { preactAsReact } from './preact-as-react.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const themes = join(here, '../react/src/styles/themes')
const read = (file: string) => readFileSync(file, 'utf8')

/** Adds the files that no module imports: the classic script, and the stylesheets, minified. */
function otherFiles(): Plugin {
  return {
    name: 'other-files',
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      const minify = (code: string) =>
        transform({ filename: 'styles.css', code: Buffer.from(code), minify: true }).code.toString()
      emit(
        'connect-account.js',
        read(join(here, 'src/connect-account.js')).replaceAll('%VERSION%', manifest.version),
      )
      emit('styles.css', minify(read(join(here, 'src/styles.css')) + bundleStyles('styles.css')))
      emit('connect-account.d.ts', read(join(here, 'src/connect-account.d.ts')))
      emit('stylesheet.d.ts', read(join(here, '../react/src/styles/stylesheet.d.ts')))
      emit('accounts.css', minify(bundleStyles('accounts.css')))
      for (const file of readdirSync(themes)) emit(`themes/${file}`, minify(read(join(themes, file))))
    },
  }
}

export default defineConfig({
  plugins: [otherFiles()],
  resolve: {
    conditions: ['@connect-account/source', 'module', 'browser', 'production'],
    alias: preactAsReact,
  },
  define: { 'process.env.NODE_ENV': '"production"', ELEMENT_VERSION: JSON.stringify(manifest.version) },
  build: {
    outDir: 'dist',
    target: 'es2022',
    cssTarget: root.browserslist.map((entry) => entry.replace('ios_saf', 'ios').replace(' >= ', '')),
    // A library: without Vite's helper for preloads.
    lib: { entry: { index: join(here, 'src/index.ts') }, formats: ['es'] },
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      // Chunks import what they share from the entry, so that the first paint is as few files as possible.
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        minify: true,
        comments: false,
        codeSplitting: { groups: [{ name: 'first-paint', tags: ['$initial'] }] },
      },
      checks: { moduleLevelDirective: false },
    },
  },
})
