import type { UnipileSettings } from './unipile-http.ts'
import type { Upstream } from './upstream.ts'
import { createUnipileV1Driver } from './v1/unipile-v1-driver.ts'
import { createUnipileDriver } from './v2/unipile-driver.ts'

/** Which of Unipile's two APIs is spoken. */
export type UpstreamApi = 'v2' | 'v1'

/** The driver for the API that the host's application has. `now` in epoch milliseconds. */
export function createUpstream(api: UpstreamApi, settings: UnipileSettings, now: () => number): Upstream {
  return api === 'v1' ? createUnipileV1Driver(settings, now) : createUnipileDriver(settings, now)
}
