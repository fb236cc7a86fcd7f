import { ConnectError } from '@connect-account/core/errors'
import type { Telemetry } from '../telemetry/telemetry.ts'
import { streamResponse, type TextSink } from './direct-body.ts'
import type { OpenStream, OpenStreams } from './open-streams.ts'
import type { SentState, SharedStates, Topic } from './shared-states.ts'

interface EventStreamOptions {
  /** The name of its events. */
  readonly event: string
  readonly topic: Topic
  /** Whose streams it counts with. */
  readonly owner: string
  /** The id of what the reader has already. */
  readonly lastEventId: string | null
  /** When it ends at the latest: with the session that it was opened with. Epoch milliseconds. */
  readonly until: number
}

export interface EventStreamContext {
  readonly streams: OpenStreams
  readonly states: SharedStates
  /** Ends every stream. */
  readonly closing: AbortSignal
  readonly telemetry: Pick<Telemetry, 'streamsOpen'>
}

/** A reader that takes nothing for this many heartbeats has left, or is not worth the memory. */
const MAX_BEATS_UNREAD = 2
/** After how long a reader that found no room may try again. */
const RETRY_AFTER_SECONDS = 10

/**
 * Server-sent events (HTML standard, section 9.2): the state at once unless the reader has it, then after
 * each change until the end. A slow reader skips states and never gets an older one after a newer one; one
 * that reads nothing is cut off. `Last-Event-ID` says what the reader of `request` has.
 *
 * @throws ConnectError `too_many_streams` if this instance has no room for another one.
 */
export function eventStream(
  context: EventStreamContext,
  request: Request,
  what: Omit<EventStreamOptions, 'lastEventId'>,
): Response {
  if (!context.streams.hasRoom()) {
    throw new ConnectError('too_many_streams', { retryAfter: RETRY_AFTER_SECONDS })
  }
  const options = { ...what, lastEventId: request.headers.get('last-event-id') }
  const open = (sink: TextSink) => new EventStream(context, options, sink)
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
  readonly owner: string
  readonly #context: EventStreamContext
  readonly #event: string
  readonly #sink: TextSink
  #unfollow: (() => void) | undefined
  /** The id of what the reader has. */
  #sent: string | null
  /** The newest state that could not be sent yet. */
  #waiting: SentState | undefined
  #isFull = false
  #beatsUnread = 0
  #over = false

  constructor(context: EventStreamContext, options: EventStreamOptions, sink: TextSink) {
    this.until = options.until
    this.owner = options.owner
    this.#context = context
    this.#event = options.event
    this.#sink = sink
    this.#sent = options.lastEventId
    context.telemetry.streamsOpen.add(1)
    context.streams.add(this)
    // Headers reach the reader with the first bytes.
    this.#write(': open\n\n')
    this.#unfollow = context.states.follow(options.topic, this)
    if (context.closing.aborted) this.end()
    if (this.#over) this.#unfollow()
  }

  show(state: SentState): void {
    if (this.#over) return
    if (this.#isFull) this.#waiting = state
    else this.#send(state)
  }

  fail(): void {
    this.end()
  }

  beat(): void {
    if (!this.#isFull) this.#write(': still here\n\n')
    else if (++this.#beatsUnread >= MAX_BEATS_UNREAD) {
      this.stop()
      this.#sink.destroy()
    }
  }

  /** The reader has taken everything. */
  drained(): void {
    this.#isFull = false
    this.#beatsUnread = 0
    const state = this.#waiting
    this.#waiting = undefined
    if (state && !this.#over) this.#send(state)
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
    this.#unfollow?.()
    this.#context.streams.remove(this)
  }

  #send({ id, json, last }: SentState) {
    if (id !== this.#sent) {
      this.#sent = id
      this.#write(`id: ${id}\nevent: ${this.#event}\ndata: ${json}\n\n`)
    }
    if (last) this.end()
  }

  #write(text: string) {
    if (!this.#sink.write(text)) this.#isFull = true
  }
}
