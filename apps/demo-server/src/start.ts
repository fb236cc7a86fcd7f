/** Builds the demo's site and the hosted page, which takes a few seconds, then runs the demo. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

for (const site of ['../../demo', '../../../packages/hosted']) {
  await build({ root: fileURLToPath(new URL(site, import.meta.url)), logLevel: 'warn' })
}
await import('./main.ts')
