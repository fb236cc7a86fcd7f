import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { HostedPage } from './hosted-page.ts'

const texts: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
}
const binaries: Readonly<Record<string, string>> = { '.png': 'image/png', '.woff2': 'font/woff2' }

/**
 * Reads the output folder of `vite build`.
 * @throws Error if the page is not built or has a file of an unknown type.
 */
export function readBuiltPage(folder: string): HostedPage {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error('The hosted page is not built. Run: npm run build')
  }
  const assets = join(folder, 'assets')
  return {
    html: readFileSync(join(folder, 'index.html'), 'utf8'),
    assets: Object.fromEntries(
      readdirSync(assets)
        .sort()
        .map((name) => [name, readAsset(join(assets, name))]),
    ),
  }
}

function readAsset(path: string): HostedPage['assets'][string] {
  const extension = extname(path)
  const text = texts[extension]
  const binary = binaries[extension]
  if (text) return { contentType: text, encoding: 'utf8', body: readFileSync(path, 'utf8') }
  if (binary) return { contentType: binary, encoding: 'base64', body: readFileSync(path, 'base64') }
  throw new Error(`The hosted page has a file of an unknown type: ${path}`)
}
