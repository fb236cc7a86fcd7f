import type { Telemetry } from '../telemetry/telemetry.ts'
import { streamResponse, type TextSink } from './direct-body.ts'
import type { OpenStreams } from './open-streams.ts'

/** How something stands. */
interface Told {
  /** Changes with it. */
  readonly id: string
  readonly data: unknown
  /** Whether there is nothing to come. */
  readonly last: boolean
}

export interface EventStreamOptions {
  /** The name of its events. */
  readonly event: string
  /** Reads how it stands. */
  readonly read: () => Promise<Told>
  readonly subscribe: (onChange: () => void) => () => void
  /** The request that opens it. `Last-Event-ID` is the id of what the reader has already. */
  readonly request: Request
  /** When it ends at the latest: with the session that it was opened with. Epoch milliseconds. */
  readonly until: number
}

export interface EventStreamContext {
  readonly streams: OpenStreams
  /** Ends every stream. */
  readonly closing: AbortSignal
  readonly logError: (error: unknown) => void
  readonly telemetry: Pick<Telemetry, 'streamsOpen'>
}

/**
 * Server-sent events (HTML standard, section 9.2): how it stands at once unless the reader knows, then after each change until
 * the end. A slow reader skips some of them and never sees an older one after a newer one.
 */
export function eventStream(context: EventStreamContext, options: EventStreamOptions): Response {
  return streamResponse((sink) => openStream(context, options, sink), options.request, {
    'content-type': 'text/event-stream; charset=utf-8',
    // Caches must not keep it, proxies must neither compress nor buffer it.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
}

function openStream(
  { streams, closing, logError, telemetry }: EventStreamContext,
  { event, read, subscribe, request, until }: EventStreamOptions,
  sink: TextSink,
): () => void {
  let sent = request.headers.get('last-event-id')
  let reading = false
  let again = false
  let over = false
  const unsubscribe = subscribe(() => void push())
  const remove = streams.add({ until, beat: () => sink.write(': still here\n\n'), end })
  telemetry.streamsOpen.add(1)

  function stop() {
    if (over) return
    over = true
    telemetry.streamsOpen.add(-1)
    unsubscribe()
    remove()
  }

  function end() {
    if (over) return
    stop()
    sink.end()
  }

  async function push() {
    again = true
    if (reading) return
    reading = true
    try {
      while (again && !over) {
        again = false
        send(await read())
      }
    } catch (error) {
      logError(error)
      end()
    } finally {
      reading = false
    }
  }

  function send({ id, data, last }: Told) {
    if (over) return
    if (id !== sent) {
      sent = id
      sink.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    if (last) end()
  }

  // Headers reach the reader with the first bytes.
  sink.write(': open\n\n')
  if (closing.aborted) end()
  else void push()
  return stop
}
