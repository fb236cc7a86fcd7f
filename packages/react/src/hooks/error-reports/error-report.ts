import { ConnectError } from '@connect-account/core'
import type { OnError } from './on-error.ts'

/**
 * Reports one failure to `onError` and to the console. A failure that lasts as long as the component
 * (`isStanding`) is reported only once.
 */
export type Report = (error: ConnectError, isStanding?: boolean) => void

/**
 * Reports failures to the function that `readOnError` returns at that moment, and to the console in every
 * build. The descriptions of the codes are in a separate chunk, which loads with the first failure.
 */
export function createReport(readOnError: () => OnError | undefined): Report {
  const standing = new Set<string>()
  return (error, isStanding) => {
    if (standing.has(error.message)) return
    if (isStanding) standing.add(error.message)
    import('./deliver-report.ts').then(
      ({ deliver }) => deliver(error, readOnError),
      () => {
        // The chunk did not load, as on most offline pages: the failure is reported without a description.
        const { code, message, cause = error } = error
        console.error(`Connect Account: ${message}`, cause)
        readOnError()?.({ code, message, remedy: '', cause })
      },
    )
  }
}

/** Calls a function of the host. If it throws or rejects, the error is reported and nothing else stops. */
export async function callHost(report: Report, name: string, call: () => unknown): Promise<void> {
  try {
    await call()
  } catch (cause) {
    report(hostFailure(name, cause))
  }
}

/** The failure of what shows a step, or a list. */
export function screenFailure(name: string, cause: unknown): ConnectError {
  return new ConnectError('screen_failed', { detail: `The screen "${name}" threw an error`, cause })
}

/** The failure of a function of the host. */
export function hostFailure(name: string, cause: unknown): ConnectError {
  return new ConnectError('callback_failed', { detail: `"${name}" threw an error`, cause })
}
