import { addressOf } from '../consent/returned-intent.ts'
import { hostFailure } from '../error-reports/error-report.ts'
import type { ConnectFlow } from './connect-flow.ts'
import type { HostedPageDetails } from './connect-options.ts'
import { leaveForPage } from './leave-for-page.ts'

/** The address that continues this intent on the user's phone. */
export function linkToPhone(flow: ConnectFlow, intentId: string): Promise<string> {
  const { continueOnPhone } = flow.options
  return reporting(flow, 'continueOnPhone', () =>
    typeof continueOnPhone === 'function' ? continueOnPhone(intentId) : addressOf(intentId),
  )
}

/** Opens the host's page for this intent, if there is one; returns whether there is. */
export function continueElsewhere(flow: ConnectFlow, details: HostedPageDetails): Promise<boolean> {
  return reporting(flow, 'hostedPage', () => leaveForPage(flow, details))
}

/** Reports what a function of the host throws; the screen that called it shows that it failed. */
async function reporting<T>({ report }: ConnectFlow, name: string, call: () => T | Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (cause) {
    report(hostFailure(name, cause))
    throw cause
  }
}
