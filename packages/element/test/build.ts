import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the element as it is published, so that the tests see what a page gets: the kit on Preact. */
export default async function buildElement(): Promise<void> {
  await build({
    root,
    configFile: `${root}/vite.config.ts`,
    logLevel: 'error',
    build: { outDir: '.cache/built', emptyOutDir: true },
  })
}
