import { createConnectHandler } from '../src/index.ts'
import { quick, sessionSecret, whatsapp } from './fixtures.ts'

/**
 * A host in its own process, which the test kills. It starts one QR intent on the folder and prints its id.
 */
const [, , folder = '', apiUrl = ''] = process.argv
const handler = await createConnectHandler({
  apiKey: 'k',
  apiUrl,
  database: folder,
  sessionSecret,
  logger: { info() {}, warn() {}, error() {} },
  // Its lease lasts much longer than the process.
  timings: { ...quick, leaseMs: 3_600_000 },
})
const response = await handler.fetch(
  new Request('http://host.test/connect/intents', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await handler.mintSession({ userId: 'anna' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(whatsapp),
  }),
)
process.stdout.write(await response.text())
