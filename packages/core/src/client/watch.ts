import { ConnectError } from '../errors/index.ts'
import type { WatchStatus } from '../protocol/index.ts'
import { pause } from './clock.ts'
import { FIRST_WORD, readEventStream } from './event-stream.ts'
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

/** So many streams in a row that are held back, and polling takes over. */
const MUTE_STREAMS = 2
/** A proxy that lets a stream's beginning pass may hold back the rest. */
const WORDS_THAT_PROVE = 2
/** So many questions, and a stream is tried again: what held the others back may have been an outage. */
const POLLS_BEFORE_STREAM = 30
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
  let polls = 0
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

  /** Answers nothing where nothing is answered: a proxy may hold back the headers too. */
  async function open(signal: AbortSignal): Promise<Response | undefined> {
    const late = new AbortController()
    const takeBack = clock.after(FIRST_WORD, () => late.abort())
    const id = lastEventId?.()
    try {
      return await http.open({
        method: 'GET',
        path,
        headers: { accept: 'text/event-stream', ...(id && { 'last-event-id': id }) },
        repeatable: false,
        signal: AbortSignal.any([signal, late.signal]),
      })
    } catch (error) {
      if (late.signal.aborted && !signal.aborted) return undefined
      throw error
    } finally {
      takeBack()
    }
  }

  async function stream(signal: AbortSignal) {
    const response = await open(signal)
    if (!response) {
      muteStreams++
      return
    }
    if (!response.body)
      throw new ConnectError('unexpected_answer', { detail: 'The event stream has no body.' })
    let words = 0
    const end = await readEventStream(response.body, {
      clock,
      signal,
      onAlive() {
        words++
        if (words >= WORDS_THAT_PROVE) muteStreams = 0
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
    else if (words < WORDS_THAT_PROVE) muteStreams++
  }

  async function run() {
    while (!hasEnded && !stopped.signal.aborted) {
      woken = new AbortController()
      const signal = AbortSignal.any([stopped.signal, woken.signal])
      const isPolling = muteStreams >= MUTE_STREAMS
      try {
        if (muteStreams > 0) show(await fetch(signal), 'polling')
        if (!isPolling && !hasEnded) await stream(signal)
      } catch (error) {
        if (!signal.aborted) {
          if (isFinal(error)) return listener.onError(error)
          failures++
          setStatus('offline')
        }
      }
      if (hasEnded) return
      if (!signal.aborted) {
        await pause(clock, failures === 0 && isPolling ? pollEvery : backoff(failures, random()), signal)
      }
      // A stream that slept with the tab may be dead without knowing it: whoever wakes asks anew.
      if (signal.aborted) failures = 0
      // Whoever wakes may be on another network, where streams come through.
      if (signal.aborted || (isPolling && ++polls % POLLS_BEFORE_STREAM === 0)) {
        muteStreams = Math.min(muteStreams, MUTE_STREAMS - 1)
      }
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
