import { ServerResponse } from 'node:http'
import { directBody } from '../http/direct-body.ts'

/** Writes a response of the handler to its socket; `false` if it must be written like any other response. */
export function writeDirectly(response: Response, outgoing: object): boolean {
  const body = directBody(response)
  if (body === undefined || !(outgoing instanceof ServerResponse)) return false
  // A flat list is written as it is; headers that are set one by one are kept while the response is open.
  const headers = [...response.headers].flat()
  if (typeof body === 'string') {
    headers.push('content-length', String(Buffer.byteLength(body)))
    outgoing.writeHead(response.status, headers).end(body)
  } else if (!outgoing.destroyed) {
    outgoing.writeHead(response.status, headers)
    outgoing.cork()
    // Separately from the body: node:http keeps the text of the headers, and V8 would keep all that it was
    // joined with.
    outgoing.flushHeaders()
    const stream = body(outgoing)
    outgoing.uncork()
    outgoing.on('drain', () => stream.drained())
    outgoing.once('close', () => stream.stop())
  }
  return true
}
