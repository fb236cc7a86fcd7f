import { fileURLToPath } from 'node:url'

const fileOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier))
const own = (file: string) => fileURLToPath(new URL(`src/${file}`, import.meta.url))

/** Vite's aliases with which the kit's sources run on Preact. */
export const preactAsReact = [
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: fileOf('preact/jsx-runtime') },
  { find: /^react-dom\/client$/, replacement: fileOf('preact/compat/client') },
  // Preact has the hook that this adds to React 17.
  { find: /^use-sync-external-store\/shim$/, replacement: own('react.ts') },
  { find: /^react(-dom)?$/, replacement: own('react.ts') },
]
