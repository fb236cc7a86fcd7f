/** Builds the demo's site and the hosted page, then runs the demo. */
import { buildSites } from './build-sites.ts'

await buildSites()
await import('./main.ts')
