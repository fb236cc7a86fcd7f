import { fileURLToPath } from 'node:url'
import { readBuiltPage } from './read-built-page.ts'

/**
 * Reads the output of `vite build`. In the published package, `tsdown.config.ts` replaces this module by the
 * value.
 */
export const builtPage = readBuiltPage(fileURLToPath(new URL('../.cache/page', import.meta.url)))
