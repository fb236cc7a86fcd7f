import type { IntentRecord } from '../store/intent-store.ts'

export interface EventStreamOptions {
  /** Reads the intent as it stands. */
  readonly read: () => Promise<IntentRecord>
  /** The intent as it is sent. */
  readonly present: (intent: IntentRecord) => unknown
  readonly subscribe: (onChange: () => void) => () => void
  /** The revision that the reader has already; 0 for none. */
  readonly after: number
  /** Milliseconds. */
  readonly heartbeatMs: number
  /** How long the stream may last, in milliseconds: as long as the session that it was opened with. */
  readonly lifetimeMs: number
  /** Ends the stream: the reader has gone, or the handler closes. */
  readonly signal: AbortSignal
  readonly onError: (error: unknown) => void
}

/** The longest delay that a timer takes, in milliseconds. */
const MAX_DELAY = 2 ** 31 - 1

/**
 * Server-sent events (HTML standard, section 9.2): the intent at once unless the reader has it, then each new revision until
 * the end. A slow reader skips revisions and never sees an older one after a newer one.
 */
export function intentEventStream(options: EventStreamOptions): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent = options.after
      let reading = false
      let again = false
      let over = false
      const unsubscribe = options.subscribe(() => void push())
      const heartbeat = setInterval(
        () => controller.enqueue(encoder.encode(': still here\n\n')),
        options.heartbeatMs,
      )
      const lifetime = setTimeout(end, Math.min(options.lifetimeMs, MAX_DELAY))
      options.signal.addEventListener('abort', end)
      stop = () => {
        over = true
        unsubscribe()
        clearInterval(heartbeat)
        clearTimeout(lifetime)
        options.signal.removeEventListener('abort', end)
      }

      function end() {
        if (over) return
        stop()
        controller.close()
      }

      async function push() {
        again = true
        if (reading) return
        reading = true
        try {
          while (again && !over) {
            again = false
            send(await options.read())
          }
        } catch (error) {
          options.onError(error)
          end()
        } finally {
          reading = false
        }
      }

      function send(intent: IntentRecord) {
        if (over) return
        if (intent.revision > sent) {
          sent = intent.revision
          const data = JSON.stringify(options.present(intent))
          controller.enqueue(encoder.encode(`id: ${intent.revision}\nevent: intent\ndata: ${data}\n\n`))
        }
        if (intent.endedAt) end()
      }

      // Headers reach the reader with the first bytes.
      controller.enqueue(encoder.encode(': open\n\n'))
      if (options.signal.aborted) end()
      else void push()
    },
    cancel() {
      stop()
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Caches must not keep it, proxies must neither compress nor buffer it.
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
