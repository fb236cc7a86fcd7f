import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const pages = fileURLToPath(new URL('pages', import.meta.url))

/** The same form three times: the kit and the two floors. */
export const subjects = ['kit', 'state', 'machine'] as const
export type Subject = (typeof subjects)[number]

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

export interface Site {
  readonly url: string
  close(): Promise<void>
}

/** Builds the pages for production and serves them. One build per subject, so that they share no files. */
export async function serveSite(): Promise<Site> {
  const files = new Map<string, string | Uint8Array>()
  for (const subject of subjects) {
    const result = await build({
      root: pages,
      base: `/${subject}/`,
      configFile: false,
      logLevel: 'error',
      plugins: [react()],
      resolve: { conditions: ['@connect-account/source', 'module', 'browser', 'development|production'] },
      build: {
        target: 'es2022',
        write: false,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: `${pages}/${subject}.html` },
      },
    })
    if (!('output' in result)) throw new Error('Vite did not return exactly one build.')
    for (const file of result.output) {
      files.set(`/${subject}/${file.fileName}`, file.type === 'chunk' ? file.code : file.source)
    }
  }

  const server: Server = createServer(({ url = '/' }, response) => {
    const body = files.get(url)
    if (body === undefined) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': mediaTypes[extname(url)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      // Cross-origin isolated pages have a clock of 5 µs, others of 100 µs.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
