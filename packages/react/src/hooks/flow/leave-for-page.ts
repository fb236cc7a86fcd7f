import type { ConnectTransport, Intent, IntentMemory } from '@connect-account/core'
import type { ConnectOptions } from './connect-options.ts'

export interface OpenFlow {
  readonly transport: ConnectTransport
  readonly memory: IntentMemory
}

/**
 * Cancels the intent and sends this tab to the page that the host names for it; answers whether it named one. Nothing is
 * cancelled where there is none. A cancel that fails keeps nobody here: the intent expires by itself.
 */
export async function leaveForPage(
  hostedPage: NonNullable<ConnectOptions['hostedPage']>,
  { id: intentId, provider }: Intent,
  { transport, memory }: OpenFlow,
): Promise<boolean> {
  const address = await hostedPage({ provider, intentId })
  if (address === undefined) return false
  try {
    await transport.cancel(intentId)
  } catch {
    // Left to expire.
  }
  memory.clear()
  window.location.assign(address)
  return true
}
