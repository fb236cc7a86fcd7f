/** Where a stream's text goes. */
export interface TextSink {
  /** @returns whether there is room for more; if not, `drained` is called when there is. */
  write(text: string): boolean
  end(): unknown
  /** Drops the connection with everything that was not sent. */
  destroy(): unknown
}

/** A stream that has started. */
interface TextStream {
  /** Everything that was written has been sent. */
  drained(): void
  /** The reader left before the end. */
  stop(): void
}

/** Starts to write. */
export type TextSource = (sink: TextSink) => TextStream

/** How many bytes may wait for a slow reader before there is no room: as many as in Node's own streams. */
const MAX_WAITING = 16_384

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
  return jsonTextResponse(JSON.stringify(value), status)
}

/** `jsonResponse` for a value that was serialized before. */
export function jsonTextResponse(text: string, status = 200): Response {
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
  let stream: TextStream | undefined
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      // Called when the reader waits for more.
      pull(controller) {
        if (stream) return stream.drained()
        const leave = () => {
          stream?.stop()
          controller.close()
        }
        request.signal.addEventListener('abort', leave)
        const finish = () => request.signal.removeEventListener('abort', leave)
        stream = source({
          write(text) {
            controller.enqueue(encoder.encode(text))
            return (controller.desiredSize ?? 0) > -MAX_WAITING
          },
          end() {
            finish()
            controller.close()
          },
          destroy() {
            finish()
            controller.error(new Error('The reader is too slow.'))
          },
        })
      },
      cancel() {
        stream?.stop()
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 0 }),
  )
  const response = new Response(body, { headers })
  bodies.set(response, source)
  return response
}
