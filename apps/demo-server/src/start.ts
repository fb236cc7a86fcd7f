/** Builds the demo's site, a few seconds, then runs it. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

await build({ root: fileURLToPath(new URL('../../demo', import.meta.url)), logLevel: 'warn' })
await import('./main.ts')
