import { ConnectError } from '../errors/index.ts'
import type { WatchStatus } from '../protocol/index.ts'
import { pause } from './clock.ts'
import { readEventStream } from './event-stream.ts'
import type { Http } from './http.ts'

/** What is watched. */
export interface Watched<T> {
  /** Where its events are streamed. */
  readonly path: string
  readonly read: (value: unknown) => T
  /** Asks how it stands, where streams do not come through. */
  readonly fetch: (signal: AbortSignal) => Promise<T>
  /** How often, in milliseconds. */
  readonly pollEvery: number
  /** Takes what was told, perhaps once more; answers whether that was the last. */
  readonly take: (told: T) => boolean
  /** The `Last-Event-ID` to resume after. Default: the server tells how it stands. */
  readonly lastEventId?: () => string
}

export interface WatchOptions {
  readonly http: Http
  /** Calls `listener` whenever the browser wakes up or comes back online; the returned function stops that. */
  readonly onWake: (listener: () => void) => () => void
  /** A number between 0 and 1, for jitter. */
  readonly random: () => number
}

interface WatchListener {
  onStatus?(status: WatchStatus): void
  onError(error: ConnectError): void
}

/** So many streams in a row without a word, and polling takes over. */
const MUTE_STREAMS = 2
const LONGEST_PAUSE = 15_000

/**
 * Takes in each change until there is none to come or the returned function is called. Reads a stream, reconnects with growing
 * pauses, and falls back to polling where streams do not come through. One question at a time: nothing older comes after
 * something newer.
 */
export function watch<T>(
  { path, read, fetch, pollEvery, take, lastEventId }: Watched<T>,
  listener: WatchListener,
  { http, onWake, random }: WatchOptions,
): () => void {
  const { clock } = http
  const stopped = new AbortController()
  let woken = new AbortController()
  let hasTold = false
  let hasEnded = false
  let muteStreams = 0
  let failures = 0
  let status: WatchStatus | undefined

  function setStatus(next: WatchStatus) {
    if (next === status) return
    status = next
    listener.onStatus?.(next)
  }

  function show(told: T, how: WatchStatus) {
    failures = 0
    hasTold = true
    setStatus(how)
    hasEnded = take(told)
  }

  async function stream(signal: AbortSignal) {
    let hasSpoken = false
    const id = lastEventId?.()
    const response = await http.open({
      method: 'GET',
      path,
      headers: { accept: 'text/event-stream', ...(id && { 'last-event-id': id }) },
      repeatable: false,
      signal,
    })
    if (!response.body)
      throw new ConnectError('unexpected_answer', { detail: 'The event stream has no body.' })
    const end = await readEventStream(response.body, {
      clock,
      signal,
      onAlive() {
        hasSpoken = true
        muteStreams = 0
        failures = 0
        if (hasTold) setStatus('live')
      },
      onData(data) {
        if (signal.aborted || hasEnded) return
        const told = readEvent(data, read)
        if (told) show(told, 'live')
      },
    })
    if (end !== 'silent') failures++
    else if (!hasSpoken) muteStreams++
  }

  async function run() {
    while (!hasEnded && !stopped.signal.aborted) {
      woken = new AbortController()
      const signal = AbortSignal.any([stopped.signal, woken.signal])
      const isPolling = muteStreams >= MUTE_STREAMS
      try {
        if (isPolling) show(await fetch(signal), 'polling')
        else await stream(signal)
      } catch (error) {
        if (!signal.aborted) {
          if (isFinal(error)) return listener.onError(error)
          failures++
          setStatus('offline')
        }
      }
      if (hasEnded) return
      // A stream that slept with the tab may be dead without knowing it: whoever wakes asks anew.
      if (signal.aborted) failures = 0
      else await pause(clock, failures === 0 && isPolling ? pollEvery : backoff(failures, random()), signal)
    }
  }

  const stopListening = onWake(() => woken.abort())
  void run()

  return () => {
    stopped.abort()
    stopListening()
  }
}

function readEvent<T>(data: string, read: (value: unknown) => T): T | undefined {
  try {
    return read(JSON.parse(data))
  } catch {
    // Not for us, or of a version too new to read; the next one may be.
    return undefined
  }
}

/** Asking again cannot help: it is gone, or no session may see it. */
function isFinal(error: unknown): error is ConnectError {
  return error instanceof ConnectError && /^session_|^intent_not_found$/.test(error.code)
}

/** Half a second, doubled by each failure, at most fifteen, less up to a half so that clients do not come in step. */
function backoff(failures: number, random: number): number {
  if (failures === 0) return 0
  return Math.min(500 * 2 ** (failures - 1), LONGEST_PAUSE) * (1 - random / 2)
}
