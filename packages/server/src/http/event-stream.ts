import type { Telemetry } from '../telemetry/telemetry.ts'
import { streamResponse, type TextSink } from './direct-body.ts'
import type { OpenStream, OpenStreams } from './open-streams.ts'

/** The state of what a stream watches. */
interface Snapshot {
  /** Changes with the state. */
  readonly id: string
  readonly data: unknown
  /** Whether it is the last one. */
  readonly last: boolean
}

interface EventStreamOptions {
  /** The name of its events. */
  readonly event: string
  /** Reads the current state. */
  readonly read: () => Promise<Snapshot>
  readonly subscribe: (onChange: () => void) => () => void
  /** The id of what the reader has already. */
  readonly lastEventId: string | null
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
 * Server-sent events (HTML standard, section 9.2): the state at once unless the reader has it, then after
 * each change until the end. A slow reader skips states and never gets an older one after a newer one.
 * `Last-Event-ID` says what the reader of `request` has.
 */
export function eventStream(
  context: EventStreamContext,
  request: Request,
  what: Omit<EventStreamOptions, 'lastEventId'>,
): Response {
  const options = { ...what, lastEventId: request.headers.get('last-event-id') }
  const open = (sink: TextSink) => {
    const stream = new EventStream(context, options, sink)
    return () => stream.stop()
  }
  return streamResponse(open, request, {
    'content-type': 'text/event-stream; charset=utf-8',
    // Caches must not keep it, proxies must neither compress nor buffer it.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
}

/**
 * One stream. It is a class because thousands of them are open, and a closure for each function would weigh
 * more.
 */
class EventStream implements OpenStream {
  readonly until: number
  readonly #context: EventStreamContext
  readonly #options: EventStreamOptions
  readonly #sink: TextSink
  readonly #unsubscribe: () => void
  /** The id of what the reader has. */
  #sent: string | null
  #reading = false
  #again = false
  #over = false

  constructor(context: EventStreamContext, options: EventStreamOptions, sink: TextSink) {
    this.until = options.until
    this.#context = context
    this.#options = options
    this.#sink = sink
    this.#sent = options.lastEventId
    this.#unsubscribe = options.subscribe(() => void this.#push())
    context.streams.add(this)
    context.telemetry.streamsOpen.add(1)
    // Headers reach the reader with the first bytes.
    sink.write(': open\n\n')
    if (context.closing.aborted) this.end()
    else void this.#push()
  }

  beat(): void {
    this.#sink.write(': still here\n\n')
  }

  end(): void {
    if (this.#over) return
    this.stop()
    this.#sink.end()
  }

  /** The reader disconnected. */
  stop(): void {
    if (this.#over) return
    this.#over = true
    this.#context.telemetry.streamsOpen.add(-1)
    this.#unsubscribe()
    this.#context.streams.remove(this)
  }

  async #push() {
    this.#again = true
    if (this.#reading) return
    this.#reading = true
    try {
      while (this.#again && !this.#over) {
        this.#again = false
        this.#send(await this.#options.read())
      }
    } catch (error) {
      this.#context.logError(error)
      this.end()
    } finally {
      this.#reading = false
    }
  }

  #send({ id, data, last }: Snapshot) {
    if (this.#over) return
    if (id !== this.#sent) {
      this.#sent = id
      this.#sink.write(`id: ${id}\nevent: ${this.#options.event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    if (last) this.end()
  }
}
