import type { ConnectHandler } from '../../src/index.ts'

export const OPEN_STREAMS_HEADER = 'x-open-streams'

/**
 * A handler whose responses report how many event streams are open: started, and not aborted by the request's
 * signal.
 */
export function countStreams(handler: ConnectHandler): ConnectHandler {
  let open = 0
  return {
    ...handler,
    async fetch(request) {
      const response = await handler.fetch(request)
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
        open += 1
        request.signal.addEventListener('abort', () => {
          open -= 1
        })
      }
      response.headers.set(OPEN_STREAMS_HEADER, String(open))
      return response
    },
  }
}
