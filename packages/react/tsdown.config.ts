import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'tsdown'

const styles = new URL('./src/styles/', import.meta.url)

/** `styles.css` with its parts in place of the imports, so that the published stylesheet is one file. */
function inlineStyles(): string {
  const entry = readFileSync(new URL('styles.css', styles), 'utf8')
  return entry.replace(
    /@import '(.+?)' layer\((.+?)\);/g,
    (_, part: string, layer: string) => `@layer ${layer} {\n${readFileSync(new URL(part, styles), 'utf8')}}`,
  )
}

export default defineConfig({
  entry: ['src/index.ts', 'src/captcha/altcha.ts'],
  format: 'esm',
  dts: true,
  unbundle: true,
  platform: 'browser',
  // `@xstate/react` is inlined with React's own store hook in place of its shim for React 16 and 17, which would outweigh
  // what is used of it.
  deps: { alwaysBundle: ['@xstate/react', 'use-isomorphic-layout-effect'] },
  alias: {
    'use-sync-external-store/shim/with-selector': 'react',
    'use-sync-external-store/shim': 'react',
  },
  hooks: {
    'build:done': ({ options: { outDir } }) => {
      mkdirSync(`${outDir}/styles`, { recursive: true })
      writeFileSync(`${outDir}/styles/styles.css`, inlineStyles())
    },
  },
})
