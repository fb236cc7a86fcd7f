import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

export interface FrontOptions {
  /** The folder of a built page. */
  readonly folder: string
  /** The backend for `/api` and `/connect`. */
  readonly backend: string
  readonly headers?: Readonly<Record<string, string>>
  /** The name that browsers use. @default localhost */
  readonly host?: string
}

export interface Front extends AsyncDisposable {
  readonly url: string
}

/**
 * Serves a built page like a simple web server: its files with some headers; calls to the backend are
 * forwarded.
 */
export async function serveBuilt({
  folder,
  backend,
  headers = {},
  host = 'localhost',
}: FrontOptions): Promise<Front> {
  const server = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://front')
    if (/^\/(api|connect)\//.test(pathname)) return passOn(incoming, response, backend)
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      ...headers,
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function passOn(incoming: IncomingMessage, response: ServerResponse, backend: string): void {
  const { method, headers } = incoming
  const outgoing = request(new URL(incoming.url ?? '/', backend), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    response.flushHeaders()
    answer.pipe(response)
  })
  outgoing.on('error', () => {
    if (!response.headersSent) response.writeHead(502)
    response.end()
  })
  // The browser closed an event stream.
  response.on('close', () => outgoing.destroy())
  incoming.pipe(outgoing)
}
