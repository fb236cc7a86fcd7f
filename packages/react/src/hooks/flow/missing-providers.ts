import { ConnectError } from '@connect-account/core'
import { providerCatalogue } from '@connect-account/core/catalogue'
import type { Report } from '../error-reports/error-report.ts'

/**
 * Reports the ids in `providers` that no provider has. A provider that exists may be excluded by the session:
 * that is reported only if no provider is left to offer.
 */
export function reportMissing(missing: readonly string[], isNoneLeft: boolean, report: Report): void {
  const known = providerCatalogue.map(({ id }) => id)
  const unknown = missing.filter((id) => !known.includes(id))
  if (unknown.length > 0) {
    const detail = `"providers" names ${unknown.map((id) => `"${id}"`).join(', ')}; there are ${known.join(', ')}`
    report(new ConnectError('unknown_provider', { detail }), true)
  } else if (isNoneLeft) {
    const detail = `"providers" names ${missing.join(', ')}, and the session allows none of them`
    report(new ConnectError('provider_not_allowed', { detail }), true)
  }
}
