import { once } from 'node:events'
import { createServer } from 'node:http'
import * as v from 'valibot'
import { onTestFinished } from 'vitest'

const eventSchema = v.looseObject({
  id: v.string(),
  type: v.string(),
  account_id: v.string(),
  created_at: v.string(),
  payload: v.looseObject({}),
})

export interface Received {
  readonly raw: string
  readonly signature: string
  readonly event: v.InferOutput<typeof eventSchema>
}

/** A webhook endpoint that records what it receives. It responds with the given statuses, then with 200. */
export async function receiveEvents(...statuses: number[]): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const raw = Buffer.concat(await request.toArray()).toString()
    received.push({
      raw,
      signature: String(request.headers['unipile-signature']),
      event: v.parse(eventSchema, JSON.parse(raw)),
    })
    response.writeHead(statuses.shift() ?? 200).end('noted')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return { url: `http://127.0.0.1:${address.port}/hooks`, received }
}
