import { ConnectError, type ConnectTransport, type Intent } from '@connect-account/core'

/**
 * Confirms a return by its token. A token that no longer counts changes nothing: then the intent says what
 * happened.
 */
export async function confirmReturn(
  transport: ConnectTransport,
  id: string,
  token: string,
  signal: AbortSignal | undefined,
): Promise<Intent> {
  try {
    return await transport.confirmReturn(id, token, signal)
  } catch (error) {
    if (error instanceof ConnectError && error.code.startsWith('return_')) {
      return transport.getIntent(id, signal)
    }
    throw error
  }
}
