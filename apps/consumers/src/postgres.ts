import { startPostgres } from '@connect-account/test-postgres'
import type { Workshop } from './workshop.ts'

/** The address of this run's PostgreSQL, which a product uses in production. */
export async function postgresUrl(workshop: Workshop): Promise<string> {
  const { url } = await workshop.once('postgres', async () => {
    const server = await startPostgres()
    return { url: server.url, [Symbol.asyncDispose]: () => server.stop() }
  })
  return url
}
