import pg from 'pg'

const TIMEOUT_MS = 5_000

/** A client for one check, not yet connected. A connection that is lost shows in the next query. */
export function createClient(connectionString: string): pg.Client {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: 'connect-account-doctor',
  })
  client.on('error', () => {})
  return client
}
