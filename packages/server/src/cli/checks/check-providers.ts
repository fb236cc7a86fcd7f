import { createClient } from './connect.ts'
import { type Check, failed, passed, skipped } from './finding.ts'

/** How far back a refusal is reported. */
const SINCE = "interval '1 day'"

interface Row {
  readonly provider: string
  readonly method: string
}

/** Whether Unipile has every provider that was offered lately. */
export const checkProviders: Check = async ({ databaseUrl }) => {
  if (!databaseUrl) return skipped('cannot be checked without DATABASE_URL.')
  const client = createClient(databaseUrl)
  try {
    await client.connect()
    const { rows } = await client.query<Row>(
      `select provider, method from connect_refused_methods where refused_at > now() - ${SINCE} order by 1, 2`,
    )
    if (rows.length === 0) return passed('Unipile refused none as unknown within a day.')
    const names = rows.map(({ provider, method }) => `${provider} (${method})`).join(', ')
    return failed(
      `Unipile does not know ${names}.`,
      'Ask Unipile to enable them, or mint sessions without them ("providers").',
    )
  } catch {
    // The check of the database says why.
    return skipped('cannot be checked: the database is not ready.')
  } finally {
    await Promise.allSettled([client.end()])
  }
}
