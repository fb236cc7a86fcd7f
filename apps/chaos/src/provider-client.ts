import { type PhoneContents, type SandboxPhone, sandboxPhone } from '@connect-account/sandbox/testing'
import { apiKey } from './config.ts'

const TIMEOUT_MS = 10_000

export type UpstreamAccount = Pick<PhoneContents['accounts'][number], 'id' | 'to' | 'status'>

/** The provider's side of a user: the phone, and changes to accounts at Unipile. Faults never affect these calls. */
export interface ProviderClient {
  readonly phone: SandboxPhone
  /** Returns every account at Unipile, or one person's. */
  accounts(signInName?: string): Promise<readonly UpstreamAccount[]>
  /** Deletes an account at Unipile without going through the host. */
  deleteAccount(accountId: string): Promise<void>
}

export function createProviderClient(sandboxUrl: string): ProviderClient {
  // A checkpoint may have been passed before by a second answer, so nothing is waited for.
  const phone = sandboxPhone(sandboxUrl, { waitMs: 0 })
  return {
    phone,
    accounts: async (signInName) => (await phone.look(signInName)).accounts,
    async deleteAccount(accountId) {
      const response = await fetch(`${sandboxUrl}/v2/accounts/${accountId}`, {
        method: 'DELETE',
        headers: { 'x-api-key': apiKey },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      if (!response.ok) throw new Error(`Deleting account ${accountId} failed: ${response.status}`)
    },
  }
}
