import { defineElements } from './define.ts'

// For a transport of the page's own: an error of another copy is not known here.
export { ConnectError } from '@connect-account/core'
export type * from './element-types.ts'
export type { HostContent } from './host-content.tsx'
export { version } from './version.ts'

defineElements()
