import type { IncomingMessage } from 'node:http'

export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    request.setEncoding('utf8')
    request.on('data', (part: string) => {
      text += part
    })
    request.once('end', () => resolve(text))
    request.once('error', reject)
  })
}
