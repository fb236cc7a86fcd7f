import { fileURLToPath } from 'node:url'
import { readBuiltPage } from './read-built-page.ts'

/**
 * Read from the folder of `vite build`. The published module holds its value in place of this file; see
 * `tsdown.config.ts`.
 */
export const builtPage = readBuiltPage(fileURLToPath(new URL('../.cache/page', import.meta.url)))
