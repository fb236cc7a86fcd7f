/** An event stream that is open. */
export interface OpenStream {
  /** Shows the reader, and every proxy in between, that it is still there. */
  beat(): void
  end(): void
  /** When it ends at the latest: epoch milliseconds. */
  readonly until: number
  /** Whose stream it is. */
  readonly owner: string
}

/** The event streams that this instance serves. */
export interface OpenStreams {
  /** Whether this instance may serve another stream. */
  hasRoom(): boolean
  /** Ends the owner's oldest one if there are too many: its reader may have disappeared without a word. */
  add(stream: OpenStream): void
  remove(stream: OpenStream): void
}

export interface StreamLimits {
  /** Of one user, or of one hosted link. Default: 20. */
  readonly perUser: number
  /** Of all users on one instance. Default: 10 000. */
  readonly perInstance: number
}

export const defaultStreamLimits: StreamLimits = { perUser: 20, perInstance: 10_000 }

export interface OpenStreamsSettings {
  /** Milliseconds. */
  readonly heartbeatMs: number
  /** How many may be open at a time. */
  readonly limits: StreamLimits
  /** Ends all of them. */
  readonly closing: AbortSignal
  readonly now: () => number
}

/** How late a heartbeat or an end may be, in milliseconds. */
const TICK_MS = 1_000

/** One timer for all streams: thousands of them are open and mostly idle. */
export function createOpenStreams({ heartbeatMs, limits, closing, now }: OpenStreamsSettings): OpenStreams {
  /** Each stream with the time of its next heartbeat. */
  const streams = new Map<OpenStream, number>()
  /** The oldest first. */
  const ofOwners = new Map<string, Set<OpenStream>>()
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
    hasRoom: () => streams.size < limits.perInstance,
    add(stream) {
      const own = ofOwners.get(stream.owner) ?? new Set()
      const [oldest] = own
      if (oldest && own.size >= limits.perUser) oldest.end()
      ofOwners.set(stream.owner, own.add(stream))
      streams.set(stream, now() + heartbeatMs)
      ticker ??= setInterval(tick, Math.min(heartbeatMs, TICK_MS))
    },
    remove(stream) {
      streams.delete(stream)
      const own = ofOwners.get(stream.owner)
      own?.delete(stream)
      if (own?.size === 0) ofOwners.delete(stream.owner)
      if (streams.size > 0) return
      clearInterval(ticker)
      ticker = undefined
    },
  }
}
