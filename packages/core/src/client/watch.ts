import { asConnectError, type ConnectError } from '../errors/connect-error.ts'
import type { WatchStatus } from '../protocol/index.ts'
import { abortWith } from './abort.ts'
import { pause } from './clock.ts'
import { FIRST_CHUNK_TIMEOUT, readEventStream } from './event-stream.ts'
import type { Http } from './http.ts'
import type { ClientPage } from './page/client-page.ts'
import type { StreamDecision, StreamUse } from './page/stream-slot.ts'

/** What a watch follows. */
export interface Watched<T> {
  /** How important its stream is to the page. */
  readonly use: StreamUse
  /** Where its events are streamed. */
  readonly path: string
  readonly read: (value: unknown) => T
  /** Fetches the current value if there is no stream. */
  readonly fetch: (signal: AbortSignal) => Promise<T>
  /** Milliseconds between two polls. */
  readonly pollEvery: number
  /** Milliseconds between two polls in a hidden page. Default: none until it is visible again. */
  readonly pollHiddenEvery?: number
  /** Whether to poll at once when a page of the origin announces that accounts have changed. Default: no. */
  readonly followsChanges?: boolean
  /** Called with each value; the same value may arrive twice. Returns whether it was the last. */
  readonly take: (value: T) => boolean
  /** The `Last-Event-ID` to resume after. Default: the server sends the current value. */
  readonly lastEventId?: () => string
}

export interface WatchOptions {
  readonly http: Http
  readonly page: ClientPage
  /** A number between 0 and 1, for jitter. */
  readonly random: () => number
}

interface WatchListener {
  /** `offline` has a `reason`. */
  onStatus?(status: WatchStatus, reason?: ConnectError): void
  onError(error: ConnectError): void
}

/** After this many streams in a row that a proxy buffered, the watch polls. */
const STALLED_STREAMS_BEFORE_POLLING = 2
/** After this many chunks a stream counts as working: a proxy may let its start pass and buffer the rest. */
const CHUNKS_THAT_PROVE_STREAMING = 2
/** After this many polls a stream is tried again, because an outage may have stopped the earlier ones. */
const POLLS_BEFORE_STREAM = 30
const LONGEST_PAUSE = 15_000
/** Milliseconds within which the browser must decide which tab holds the stream. */
const DECISION_TIMEOUT = 1_000

/**
 * Reports each change until there are no more or the returned function is called. Reads a stream while it
 * holds the page's slot, reconnects with growing pauses, and polls when it does not hold the slot or a proxy
 * buffers streams. In a hidden page it polls rarely or never; once visible, it polls at once. One request at
 * a time, so that no older value follows a newer one.
 */
export function watch<T>(
  {
    use,
    path,
    read,
    fetch,
    pollEvery,
    pollHiddenEvery = Infinity,
    followsChanges = false,
    take,
    lastEventId,
  }: Watched<T>,
  listener: WatchListener,
  { http, page, random }: WatchOptions,
): () => void {
  const { clock } = http
  /** Aborts the current stream, poll, or pause before the next one. */
  let current = new AbortController()
  let hasEnded = false
  let hasShown = false
  let isStreaming = false
  let stalledStreams = 0
  let polls = 0
  let failures = 0
  let status: WatchStatus | undefined
  let reported: ConnectError | undefined
  let leaveSlot: (() => void) | undefined
  let decision: StreamDecision

  function setStatus(next: WatchStatus, reason?: ConnectError) {
    if (next === status && reason?.code === reported?.code) return
    status = next
    reported = reason
    listener.onStatus?.(next, reason)
  }

  function show(value: T, how: WatchStatus) {
    failures = 0
    hasShown = true
    setStatus(how)
    if (take(value)) stop()
  }

  async function poll(signal: AbortSignal) {
    const value = await fetch(signal)
    if (!signal.aborted) show(value, 'polling')
  }

  /**
   * Resolves to `undefined` if no response comes in time, because a proxy may buffer the headers too, or if
   * the server has no room for a stream.
   */
  async function open(signal: AbortSignal): Promise<ReadableStream<Uint8Array> | undefined> {
    const { controller } = abortWith(signal)
    const cancelTimer = clock.after(FIRST_CHUNK_TIMEOUT, () => controller.abort())
    const id = lastEventId?.()
    try {
      return await http.stream({
        method: 'GET',
        path,
        headers: { accept: 'text/event-stream', ...(id && { 'last-event-id': id }) },
        repeatable: false,
        lane: 'none',
        signal: controller.signal,
      })
    } catch (error) {
      if (signal.aborted) throw error
      if (controller.signal.aborted || asConnectError(error).code === 'too_many_streams') return undefined
      throw error
    } finally {
      cancelTimer()
    }
  }

  async function stream(signal: AbortSignal) {
    const body = await open(signal)
    if (!body) {
      stalledStreams++
      return
    }
    isStreaming = true
    let chunks = 0
    const end = await readEventStream(body, {
      clock,
      signal,
      onAlive() {
        chunks++
        if (chunks >= CHUNKS_THAT_PROVE_STREAMING) stalledStreams = 0
        failures = 0
        if (hasShown) setStatus('live')
      },
      onData(data) {
        if (signal.aborted) return
        const value = readEvent(data, read)
        if (value) show(value, 'live')
      },
    })
    isStreaming = false
    if (signal.aborted) return
    if (end !== 'silent') failures++
    else if (chunks < CHUNKS_THAT_PROVE_STREAMING) stalledStreams++
  }

  function askForSlot() {
    leaveSlot ??= page.streams.ask(use, (next) => {
      decision = next
      current.abort()
    })
  }

  function releaseSlot() {
    leaveSlot?.()
    leaveSlot = undefined
    decision = undefined
  }

  /** Polls once, or follows a stream to its end. Resolves to the milliseconds until the next time. */
  async function ask(signal: AbortSignal): Promise<number> {
    let delay = 0
    try {
      if (leaveSlot && decision === undefined) await pause(clock, DECISION_TIMEOUT, signal)
      if (signal.aborted) return 0
      if (!decision || stalledStreams > 0) await poll(signal)
      if (decision && !signal.aborted) await stream(signal)
      else delay = pollEvery
    } catch (error) {
      if (signal.aborted) return 0
      const reason = asConnectError(error)
      if (isFinal(reason)) {
        stop()
        listener.onError(reason)
        return 0
      }
      failures++
      // One failure may be a blip: the next try follows within half a second.
      if (failures > 1 || reason.code === 'network_timeout') setStatus('offline', reason)
    }
    if (stalledStreams >= STALLED_STREAMS_BEFORE_POLLING && delay > 0 && ++polls % POLLS_BEFORE_STREAM === 0)
      stalledStreams--
    if (failures === 0) return delay
    // Another watch may reach its backend in the meantime.
    releaseSlot()
    return backoff(failures, random())
  }

  function pauseFor(delay: number): number {
    if (page.state === 'gone') return Infinity
    // Without a first value the watch polls once, hidden or not.
    return page.state === 'hidden' && hasShown ? pollHiddenEvery : delay
  }

  function renewCurrent(): AbortSignal {
    current = new AbortController()
    return current.signal
  }

  async function run() {
    let delay = 0
    while (!hasEnded) {
      const pauseSignal = renewCurrent()
      await pause(clock, pauseFor(delay), pauseSignal)
      delay = 0
      if (pauseSignal.aborted) continue
      if (page.state === 'visible' && stalledStreams < STALLED_STREAMS_BEFORE_POLLING) askForSlot()
      else releaseSlot()
      const askSignal = renewCurrent()
      delay = await ask(askSignal)
      // An interruption at the very end must not be lost.
      if (askSignal.aborted) delay = 0
    }
  }

  /** A stream may have died while the tab slept, and on another network streams may work. */
  function wake() {
    if (page.state === 'visible') {
      failures = 0
      stalledStreams = Math.min(stalledStreams, STALLED_STREAMS_BEFORE_POLLING - 1)
    }
    current.abort()
  }

  /** Aborts a poll that was sent before the change. A stream reports the change by itself. */
  function onAnnouncedChange() {
    if (!isStreaming) current.abort()
  }

  const stopListening = [
    page.onChange(wake),
    ...(followsChanges ? [page.onAnnouncedChange(onAnnouncedChange)] : []),
  ]

  function stop() {
    hasEnded = true
    current.abort()
    releaseSlot()
    for (const stopOne of stopListening) stopOne()
  }

  void run()
  return stop
}

function readEvent<T>(data: string, read: (value: unknown) => T): T | undefined {
  try {
    return read(JSON.parse(data))
  } catch {
    // An unknown event, or an event of a newer version; the next one may be readable.
    return undefined
  }
}

/** Whether retrying cannot help: the intent no longer exists, or the session has ended. */
function isFinal({ code }: ConnectError): boolean {
  return /^session_(?!unavailable)|^intent_not_found$/.test(code)
}

/**
 * Milliseconds: 500, doubled with each failure up to 15 000, less a random part so that clients do not
 * synchronize.
 */
function backoff(failures: number, random: number): number {
  return Math.min(500 * 2 ** (failures - 1), LONGEST_PAUSE) * (1 - random / 2)
}
