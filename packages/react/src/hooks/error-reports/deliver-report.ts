import { type ConnectError, type ErrorDescription, errorCatalogue } from '@connect-account/core/errors'
import type { ConnectErrorReport, OnError } from './on-error.ts'

/**
 * Reports a failure that a developer should know about. A separate chunk, which loads with the first failure.
 */
export async function deliver(error: ConnectError, readOnError: () => OnError | undefined): Promise<void> {
  // A newer server may send a code that this version does not know.
  const known = Object.hasOwn(errorCatalogue, error.code) ? error.code : 'internal_error'
  const description = errorCatalogue[known]
  if (description.isRoutine) return
  const report = describeFailure(error, description)
  console.error(`Connect Account: ${report.code}: ${report.message} ${report.remedy}`, report.cause)
  try {
    await readOnError()?.(report)
  } catch (cause) {
    console.error('Connect Account: callback_failed: "onError" threw an error.', cause)
  }
}

/** The cause and remedy of a failure, for developers. */
function describeFailure(error: ConnectError, { cause: why, remedy }: ErrorDescription): ConnectErrorReport {
  const { code, detail, cause = error } = error
  return { code, message: detail ? `${detail.replace(/[^.!?]$/, '$&.')} ${why}` : why, remedy, cause }
}
