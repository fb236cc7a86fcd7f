import { createAccountsClient, createConnectClient } from '@connect-account/core/client'
import { appUrl } from './backend-address.ts'

/** Asks the app for a session of its user, who is signed in there by a cookie; `null` if nobody is. */
async function fetchSession(): Promise<string | null> {
  const response = await fetch(`${appUrl}/api/connect-session`, {
    method: 'POST',
    credentials: 'include',
    signal: AbortSignal.timeout(10_000),
  })
  if (response.status === 401) return null
  if (!response.ok) throw new Error(`The app answered ${response.status}.`)
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') {
    return body.token
  }
  throw new Error('The app answered without a token.')
}

const options = { session: fetchSession, baseUrl: `${appUrl}/connect` }

export const transport = createConnectClient(options)
export const accounts = createAccountsClient(options)
