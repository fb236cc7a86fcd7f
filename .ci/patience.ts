import { vi } from 'vitest'

/**
 * How long a test waits for a fact, in milliseconds. It costs nothing where the fact comes, and a machine that starts from empty
 * caches may take several seconds to bring it; a second, which is the default, has failed there.
 */
const PATIENCE_MS = 20_000

const waitFor = vi.waitFor
vi.waitFor = (check, options = {}) =>
  waitFor(check, {
    timeout: PATIENCE_MS,
    interval: 10,
    ...(typeof options === 'number' ? { timeout: options } : options),
  })
