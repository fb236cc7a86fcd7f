import type { ConnectFlow } from './connect-flow.ts'
import type { HostedPageDetails } from './connect-options.ts'

/**
 * Cancels the intent and opens the page that the host names for it in this tab; returns whether there is one.
 * Nothing is canceled without a page. A cancel that fails does not keep the user here: the intent expires by
 * itself.
 */
export async function leaveForPage(
  { options, transport, memory }: Pick<ConnectFlow, 'options' | 'transport' | 'memory'>,
  details: HostedPageDetails,
): Promise<boolean> {
  const address = await options.hostedPage?.(details)
  if (address === undefined) return false
  try {
    await transport.cancel(details.intentId)
  } catch {
    // The intent expires by itself.
  }
  memory.clear()
  window.location.assign(address)
  return true
}
