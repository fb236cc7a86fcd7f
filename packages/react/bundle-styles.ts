import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const readPart = (file: string) => readFileSync(join(import.meta.dirname, 'src/styles', file), 'utf8')

/** Returns a stylesheet as it is published, with its imports inlined. */
export function bundleStyles(file: 'styles.css' | 'accounts.css'): string {
  return readPart(file).replace(/^@import '(.+?)';/gm, (_, part: string) => readPart(part))
}
