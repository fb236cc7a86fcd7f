import { createClient } from './connect.ts'
import { type Check, failed, passed, skipped } from './finding.ts'

/** Whether Unipile's returns from consent pages name the account, without which no consent can be bound. */
export const checkReturns: Check = async ({ databaseUrl }) => {
  if (!databaseUrl) return skipped('DATABASE_URL is not set: the log says so if a return names no account.')
  const client = createClient(databaseUrl)
  try {
    await client.connect()
    const { rows } = await client.query<{ bound: number; unbound: number }>(
      `select count(*) filter (where returned_account is not null)::int as bound,
         count(*) filter (where step #>> '{error,code}' = 'consent_unbound'
           or confirmed_at is not null and returned_account is null)::int as unbound
       from connect_intents`,
    )
    const { bound = 0, unbound = 0 } = rows[0] ?? {}
    if (unbound === 0) return passed(`${bound} recent returns, and each named its account.`)
    return failed(
      `${unbound} of ${bound + unbound} recent returns named no account.`,
      'Ask Unipile why account_id or state is missing, or read what consent.allowUnbound risks.',
    )
  } catch {
    // The check of the database says why.
    return skipped('the database cannot be asked.')
  } finally {
    await Promise.allSettled([client.end()])
  }
}
