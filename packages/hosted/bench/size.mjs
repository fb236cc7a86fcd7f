/**
 * Measures the script of the built page's first paint: `node size.mjs [--check]`. Each file is compressed on its
 * own, as a server sends it. `--check` fails if the limit is exceeded.
 */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

const page = join(import.meta.dirname, '../.cache/page')
/** Bytes after gzip. */
const LIMIT = 16_500

const read = (file) => readFileSync(join(page, file), 'utf8')

/** A file and its static imports. */
function closure(file, found) {
  if (found.has(file)) return
  found.add(file)
  for (const [, path] of read(file).matchAll(/(?:import|from)\s*["'`](\.[^"'`]+\.js)["'`]/g))
    closure(posix.join(posix.dirname(file), path), found)
}

const files = new Set()
for (const [, file] of read('index.html').matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) closure(file, files)
if (files.size === 0) throw new Error('The page loads no script.')
const gzip = [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0)
console.log(
  `first paint of the hosted page, script: ${gzip} bytes gzip in ${files.size} files (limit ${LIMIT})`,
)
if (gzip > LIMIT && process.argv.includes('--check')) {
  console.error('It is over its limit.')
  process.exit(1)
}
