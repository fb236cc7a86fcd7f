import { readFileSync } from 'node:fs'

const styles = new URL('./src/styles/', import.meta.url)

/** A stylesheet of the package as it is published: its parts in place of the imports. */
export function bundleStyles(file: 'styles.css' | 'accounts.css'): string {
  const entry = readFileSync(new URL(file, styles), 'utf8')
  return entry.replace(/^@import '(.+?)';/gm, (_, part: string) =>
    readFileSync(new URL(part, styles), 'utf8'),
  )
}
