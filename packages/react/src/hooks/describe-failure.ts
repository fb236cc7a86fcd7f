import { type ConnectError, errorCatalogue } from '@connect-account/core'
import type { ConnectErrorReport } from './error-report.ts'

/** Cause and remedy of a failure, in a developer's words. A chunk of its own: it loads with the first failure. */
export function describeFailure(error: ConnectError): ConnectErrorReport {
  const { code, detail, cause = error } = error
  // A newer server may send a code that this version does not know.
  const known = Object.hasOwn(errorCatalogue, code) ? errorCatalogue[code] : errorCatalogue.internal_error
  return {
    code,
    message: detail ? `${detail.replace(/[^.!?]$/, '$&.')} ${known.cause}` : known.cause,
    remedy: known.remedy,
    cause,
  }
}
