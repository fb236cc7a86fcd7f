/** An event stream that is open. */
export interface OpenStream {
  /** Shows the reader, and every proxy in between, that it is still there. */
  beat(): void
  end(): void
  /** When it ends at the latest: epoch milliseconds. */
  readonly until: number
}

/** The event streams that this instance serves. */
export interface OpenStreams {
  add(stream: OpenStream): void
  remove(stream: OpenStream): void
}

export interface OpenStreamsSettings {
  /** Milliseconds. */
  readonly heartbeatMs: number
  /** Ends all of them. */
  readonly closing: AbortSignal
  readonly now: () => number
}

/** How late a heartbeat or an end may be, in milliseconds. */
const TICK_MS = 1_000

/** One timer for all streams: thousands of them are open and mostly idle. */
export function createOpenStreams({ heartbeatMs, closing, now }: OpenStreamsSettings): OpenStreams {
  /** Each stream with the time of its next heartbeat. */
  const streams = new Map<OpenStream, number>()
  let ticker: NodeJS.Timeout | undefined

  function tick() {
    const at = now()
    for (const [stream, next] of streams) {
      if (stream.until <= at) stream.end()
      else if (next <= at) {
        streams.set(stream, at + heartbeatMs)
        stream.beat()
      }
    }
  }

  closing.addEventListener('abort', () => {
    for (const stream of streams.keys()) stream.end()
  })

  return {
    add(stream) {
      streams.set(stream, now() + heartbeatMs)
      ticker ??= setInterval(tick, Math.min(heartbeatMs, TICK_MS))
    },
    remove(stream) {
      streams.delete(stream)
      if (streams.size > 0) return
      clearInterval(ticker)
      ticker = undefined
    },
  }
}
