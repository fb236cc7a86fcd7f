import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsdown'

const styles = new URL('./src/styles/', import.meta.url)

/** `styles.css` with its parts in place of the imports, so that the published stylesheet is one file. */
function inlineStyles(): string {
  const entry = readFileSync(new URL('styles.css', styles), 'utf8')
  return entry.replace(/^@import '(.+?)';/gm, (_, part: string) =>
    readFileSync(new URL(part, styles), 'utf8'),
  )
}

export default defineConfig({
  entry: ['src/index.ts', 'src/accounts.ts', 'src/captcha/altcha.ts', 'src/captcha/arkose.ts'],
  format: 'esm',
  dts: true,
  unbundle: true,
  platform: 'browser',
  // The package is a module, so plain extensions say it all.
  fixedExtension: false,
  // `qrcode.react` carries its canvas along, which is not used here and which no host's bundler can drop. It is published inlined,
  // without, as patched in `patches`; NOTICE holds its license.
  deps: { alwaysBundle: ['qrcode.react'] },
  outputOptions: {
    // A published package may hold no folder of the name `node_modules`.
    entryFileNames: ({ name }) =>
      name.includes('node_modules/') ? `vendor/${basename(name, '.esm')}.js` : '[name].js',
  },
  hooks: {
    'build:done': ({ options: { outDir } }) => {
      mkdirSync(`${outDir}/styles`, { recursive: true })
      writeFileSync(`${outDir}/styles/styles.css`, inlineStyles())
      copyFileSync(new URL('accounts.css', styles), `${outDir}/styles/accounts.css`)
    },
  },
})
