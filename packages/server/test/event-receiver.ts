import { createServer } from 'node:http'

/** What a host's endpoint answers: a status and a body, or nothing at all. */
type ReceiverReply = { readonly status: number; readonly body?: string } | 'never'

interface ReceivedPost {
  readonly headers: Record<string, string>
  readonly body: string
}

/** A host's endpoint for events. */
export interface EventReceiver {
  readonly url: string
  /** Every post so far, with its answer. */
  readonly posts: (ReceivedPost & { readonly status: number | undefined })[]
  reply: (post: ReceivedPost) => ReceiverReply
  close(): Promise<void>
}

export async function startEventReceiver(): Promise<EventReceiver> {
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString()
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    const reply = receiver.reply({ headers, body })
    receiver.posts.push({ headers, body, status: reply === 'never' ? undefined : reply.status })
    if (reply === 'never') return
    response.writeHead(reply.status, { location: '/elsewhere' })
    response.end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  const receiver: EventReceiver = {
    url: `http://127.0.0.1:${address.port}/events`,
    posts: [],
    reply: () => ({ status: 204 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return receiver
}
