import { ServerResponse } from 'node:http'
import { directBody } from '../http/direct-body.ts'

/** Writes a response of the handler's straight to its connection; `false`: it is to be written as any other. */
export function writeDirectly(response: Response, outgoing: object): boolean {
  const body = directBody(response)
  if (body === undefined || !(outgoing instanceof ServerResponse)) return false
  // As a flat list they are written as they are; set one by one, they would be kept for as long as the response is open.
  const headers = [...response.headers].flat()
  if (typeof body === 'string') {
    headers.push('content-length', String(Buffer.byteLength(body)))
    outgoing.writeHead(response.status, headers).end(body)
  } else if (!outgoing.destroyed) {
    outgoing.writeHead(response.status, headers)
    outgoing.cork()
    // By themselves: node:http keeps their text, and as a part of a longer one it would be a rope of its many pieces.
    outgoing.flushHeaders()
    const stop = body(outgoing)
    outgoing.uncork()
    outgoing.once('close', stop)
  }
  return true
}
