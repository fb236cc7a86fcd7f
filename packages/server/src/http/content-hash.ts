import { createHash } from 'node:crypto'

/** The hash that allows this inline text (CSP level 3, section 2.3.1). */
export function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
