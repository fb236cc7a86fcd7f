import { ServerResponse } from 'node:http'
import { directBody } from '../handler/direct-body.ts'

/** Writes a response of the handler's straight to its connection; `false`: it is to be written as any other. */
export function writeDirectly(response: Response, outgoing: object): boolean {
  const body = directBody(response)
  if (body === undefined || !(outgoing instanceof ServerResponse)) return false
  outgoing.statusCode = response.status
  outgoing.setHeaders(response.headers)
  if (typeof body === 'string') outgoing.end(body)
  else if (!outgoing.destroyed) {
    const stop = body({ write: (text) => void outgoing.write(text), end: () => void outgoing.end() })
    outgoing.once('close', stop)
  }
  return true
}
