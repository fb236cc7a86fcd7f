import { ConnectError } from '@connect-account/core'
import { providerCatalogue } from '@connect-account/core/catalogue'
import type { Report } from '../error-reports/error-report.ts'

/**
 * Reports the ids in `providers` that no provider has. One that exists and is missing is the session's own choice, and no
 * mistake unless nothing is left to offer.
 */
export function reportMissing(missing: readonly string[], isNoneLeft: boolean, report: Report): void {
  const known = providerCatalogue.map(({ id }) => id)
  const unknown = missing.filter((id) => !known.includes(id))
  if (unknown.length > 0) {
    const detail = `"providers" names ${unknown.map((id) => `"${id}"`).join(', ')}; there are ${known.join(', ')}`
    report(new ConnectError('unknown_provider', { detail }), true)
  } else if (isNoneLeft) {
    const detail = `"providers" names ${missing.join(', ')}, of which the session allows none`
    report(new ConnectError('provider_not_allowed', { detail }), true)
  }
}
