import { ConnectError } from '@connect-account/core'

export type FlowModule = typeof import('./flow.tsx')

/**
 * Loads the flow, which is most of the page's code, and which the first screen does not need. Rejects with a
 * `ConnectError`.
 */
export async function loadFlow(): Promise<FlowModule> {
  try {
    return await import('./flow.tsx')
  } catch (cause) {
    throw new ConnectError('network_unreachable', { detail: 'The code of the flow did not load', cause })
  }
}
