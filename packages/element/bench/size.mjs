/**
 * Measures what a page with the element loads from the built package: `node size.mjs [--check]`. Each file is
 * compressed on its own, as a server sends it. `--check` fails if a limit is exceeded.
 */
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../dist')
/** Bytes after gzip. */
const limits = {
  'first paint of <connect-account>, script': 46_300,
  'styles.css': 7_450,
  'connect-account.js, the classic script': 500,
}

const sizeOf = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length

/** A file and its static imports. */
function closure(file, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path] of readFileSync(join(dist, file), 'utf8').matchAll(
    /(?:import|from)\s*["'`](\.[^"'`]+)["'`]/g,
  ))
    closure(posix.join(posix.dirname(file), path), found)
  return found
}

const rows = {
  'first paint of <connect-account>, script': [...closure('index.js')],
  'styles.css': ['styles.css'],
  'connect-account.js, the classic script': ['connect-account.js'],
}
let isOver = false
for (const [part, files] of Object.entries(rows)) {
  const gzip = files.reduce((sum, file) => sum + sizeOf(file), 0)
  console.log(`${part}: ${gzip} bytes gzip in ${files.length} files (limit ${limits[part]})`)
  if (gzip <= limits[part]) continue
  console.error(`${part} is over its limit.`)
  isOver = true
}
if (isOver && process.argv.includes('--check')) process.exit(1)
