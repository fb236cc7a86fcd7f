import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Builds the demo's site and the hosted page, which takes a few seconds. */
export async function buildSites(): Promise<void> {
  for (const site of ['../../demo', '../../../packages/hosted']) {
    await build({ root: fileURLToPath(new URL(site, import.meta.url)), logLevel: 'warn' })
  }
}
