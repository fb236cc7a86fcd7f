import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const readPart = (file: string) => readFileSync(join(import.meta.dirname, 'src/styles', file), 'utf8')

/** A stylesheet of the package as it is published: its parts in place of the imports. */
export function bundleStyles(file: 'styles.css' | 'accounts.css'): string {
  return readPart(file).replace(/^@import '(.+?)';/gm, (_, part: string) => readPart(part))
}
