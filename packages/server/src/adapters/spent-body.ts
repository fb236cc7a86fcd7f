import { ConnectError } from '@connect-account/core/errors'

/**
 * The same request for the handler, after something before it has read the body. Routes that need no body
 * still work; reading it fails with `invalid_setting`, which says what to do. The parsed body is no
 * replacement: a webhook's signature is over the exact bytes.
 */
export function withSpentBody(request: Request): Request {
  if (request.body === null) return request
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    body: new ReadableStream({
      pull(controller) {
        controller.error(
          new ConnectError('invalid_setting', {
            detail:
              'The body was read before the handler saw it. Mount Connect Account before body parsers such as express.json().',
          }),
        )
      },
    }),
    duplex: 'half',
  })
}
