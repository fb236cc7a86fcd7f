/** Where a stream's text goes. */
export interface TextSink {
  write(text: string): unknown
  end(): unknown
}

/** Starts to write. The function that it returns is called if the reader leaves before the end. */
export type TextSource = (sink: TextSink) => () => void

/**
 * The bodies of our own responses before they became web streams: an adapter with a socket writes them to it,
 * at a fraction of the cost of reading the stream. A response that was copied or wrapped is not known here,
 * and is read as any other.
 */
const bodies = new WeakMap<Response, string | TextSource>()

export function directBody(response: Response): string | TextSource | undefined {
  return bodies.get(response)
}

export function jsonResponse(value: unknown, status = 200): Response {
  const text = JSON.stringify(value)
  const response = new Response(text, { status, headers: { 'content-type': 'application/json' } })
  bodies.set(response, text)
  return response
}

/**
 * The source starts when the body is read or taken with `directBody`. It ends when the request is aborted.
 */
export function streamResponse(
  source: TextSource,
  request: Request,
  headers: Record<string, string>,
): Response {
  let stop: (() => void) | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (stop) return
        const encoder = new TextEncoder()
        const leave = () => {
          stop?.()
          controller.close()
        }
        request.signal.addEventListener('abort', leave)
        stop = source({
          write: (text) => controller.enqueue(encoder.encode(text)),
          end() {
            request.signal.removeEventListener('abort', leave)
            controller.close()
          },
        })
      },
      cancel() {
        stop?.()
      },
    },
    { highWaterMark: 0 },
  )
  const response = new Response(body, { headers })
  bodies.set(response, source)
  return response
}
