import { providerCatalogue } from '../catalogue/index.ts'
import type { Account, Intent, Provider, Step } from '../protocol/index.ts'

/** The fixed time of the samples (ISO 8601). */
export const sampleTime = '2026-01-15T09:30:00.000Z'

export const sampleAccount: Account = {
  id: 'a1',
  provider: 'linkedin',
  name: 'Anna Sandbox',
  status: 'running',
  createdAt: sampleTime,
  updatedAt: sampleTime,
}

/** The catalogue's provider with this id; throws on a typo. */
export function sampleProvider(id: string): Provider {
  const provider = providerCatalogue.find((candidate) => candidate.id === id)
  if (!provider) throw new Error(`No provider "${id}" in the catalogue.`)
  return provider
}

/**
 * An intent at `step`, as of `now` (epoch milliseconds, default: the current time), which expires ten minutes
 * later.
 */
export function sampleIntent(step: Step, overrides: Partial<Intent> = {}, now: number = Date.now()): Intent {
  return {
    id: 'intent-1',
    revision: 1,
    provider: 'linkedin',
    method: 'credentials',
    mode: 'link',
    step,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 600_000).toISOString(),
    serverTime: new Date(now).toISOString(),
    ...overrides,
  }
}
