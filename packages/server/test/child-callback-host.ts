import { createConnectHandler } from '../src/index.ts'
import { linkedin, quick, sessionSecret } from './fixtures.ts'

/**
 * A host in its own process, which the test kills inside its callback: it links one account, and its callback prints
 * the event's id and never ends.
 */
const [, , folder = '', apiUrl = ''] = process.argv
const handler = await createConnectHandler({
  apiKey: 'k',
  apiUrl,
  database: folder,
  sessionSecret,
  logger: { info() {}, warn() {}, error() {} },
  timings: quick,
  on: {
    accountLinked({ id }) {
      process.stdout.write(id)
      return new Promise(() => {})
    },
  },
})
await handler.fetch(
  new Request('http://host.test/connect/intents', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await handler.mintSession({ userId: 'anna' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(linkedin()),
  }),
)
