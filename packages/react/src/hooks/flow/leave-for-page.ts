import type { ConnectFlow } from './connect-flow.ts'
import type { HostedPageDetails } from './connect-options.ts'

/**
 * Cancels the intent and sends this tab to the page that the host names for it; returns whether it named one. Nothing is
 * canceled if there is none. A cancel that fails keeps nobody here: the intent expires by itself.
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
    // Left to expire.
  }
  memory.clear()
  window.location.assign(address)
  return true
}
