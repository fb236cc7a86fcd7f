import type { LinkHost } from '@connect-account/core/protocol'

/** What the plain pages say of the host. */
export interface HostProduct extends LinkHost {
  /** What it is called. */
  readonly name?: string
  /** The address of its icon. */
  readonly icon?: string
}
