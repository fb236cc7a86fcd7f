import { asConnectError, type ConnectError } from '../errors/connect-error.ts'
import type { WatchStatus } from '../protocol/index.ts'
import { abortWith } from './abort.ts'
import { pause } from './clock.ts'
import { FIRST_CHUNK_TIMEOUT, readEventStream } from './event-stream.ts'
import type { Http } from './http.ts'
import type { ClientPage } from './page/client-page.ts'
import type { StreamDecision, StreamUse } from './page/stream-slot.ts'

/** What is watched. */
export interface Watched<T> {
  /** How much its stream matters to the page. */
  readonly use: StreamUse
  /** Where its events are streamed. */
  readonly path: string
  readonly read: (value: unknown) => T
  /** Asks how it stands, when there is no stream. */
  readonly fetch: (signal: AbortSignal) => Promise<T>
  /** How often, in milliseconds. */
  readonly pollEvery: number
  /** How often in a hidden page, in milliseconds. Default: not until it is visible again. */
  readonly pollHiddenEvery?: number
  /** Whether to ask again at once when a page of the origin announces that accounts have changed. Default: no. */
  readonly hearsChanges?: boolean
  /** Takes what was told, perhaps once more; returns whether that was the last. */
  readonly take: (told: T) => boolean
  /** The `Last-Event-ID` to resume after. Default: the server tells how it stands. */
  readonly lastEventId?: () => string
}

export interface WatchOptions {
  readonly http: Http
  readonly page: ClientPage
  /** A number between 0 and 1, for jitter. */
  readonly random: () => number
}

interface WatchListener {
  /** `reason` comes with `offline`. */
  onStatus?(status: WatchStatus, reason?: ConnectError): void
  onError(error: ConnectError): void
}

/** So many streams in a row that are held back, and polling takes over. */
const MUTE_STREAMS = 2
/** A proxy that lets a stream's beginning pass may hold back the rest. */
const WORDS_THAT_PROVE = 2
/** So many questions, and a stream is tried again: what held the others back may have been an outage. */
const POLLS_BEFORE_STREAM = 30
const LONGEST_PAUSE = 15_000
/** A browser that does not decide within this time (ms) who holds the stream is not waited for. */
const DECISION_PATIENCE = 1_000

/**
 * Reports each change until there are no more or the returned function is called. Reads a stream while it holds the page's
 * slot, reconnects with growing pauses, and polls when it does not hold the slot or streams do not come through. In a hidden
 * page it polls seldom or never; once visible, it asks at once. One question at a time: nothing older comes after something newer.
 */
export function watch<T>(
  {
    use,
    path,
    read,
    fetch,
    pollEvery,
    pollHiddenEvery = Infinity,
    hearsChanges = false,
    take,
    lastEventId,
  }: Watched<T>,
  listener: WatchListener,
  { http, page, random }: WatchOptions,
): () => void {
  const { clock } = http
  /** Aborts what is under way: a stream, a question, or the pause before the next. */
  let current = new AbortController()
  let isOver = false
  let hasTold = false
  let isStreaming = false
  let muteStreams = 0
  let polls = 0
  let failures = 0
  let status: WatchStatus | undefined
  let leaveSlot: (() => void) | undefined
  let decision: StreamDecision

  function setStatus(next: WatchStatus, reason?: ConnectError) {
    if (next === status) return
    status = next
    listener.onStatus?.(next, reason)
  }

  function show(told: T, how: WatchStatus) {
    failures = 0
    hasTold = true
    setStatus(how)
    if (take(told)) stop()
  }

  async function poll(signal: AbortSignal) {
    const told = await fetch(signal)
    if (!signal.aborted) show(told, 'polling')
  }

  /** Resolves to `undefined` when nothing is answered: a proxy may hold back the headers too. */
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
      if (controller.signal.aborted && !signal.aborted) return undefined
      throw error
    } finally {
      cancelTimer()
    }
  }

  async function stream(signal: AbortSignal) {
    const body = await open(signal)
    if (!body) {
      muteStreams++
      return
    }
    isStreaming = true
    let words = 0
    const end = await readEventStream(body, {
      clock,
      signal,
      onAlive() {
        words++
        if (words >= WORDS_THAT_PROVE) muteStreams = 0
        failures = 0
        if (hasTold) setStatus('live')
      },
      onData(data) {
        if (signal.aborted) return
        const told = readEvent(data, read)
        if (told) show(told, 'live')
      },
    })
    isStreaming = false
    if (signal.aborted) return
    if (end !== 'silent') failures++
    else if (words < WORDS_THAT_PROVE) muteStreams++
  }

  function askForSlot() {
    leaveSlot ??= page.streams.ask(use, (next) => {
      decision = next
      current.abort()
    })
  }

  function giveSlotBack() {
    leaveSlot?.()
    leaveSlot = undefined
    decision = undefined
  }

  /** Asks once how it stands, or follows a stream to its end. Resolves to the milliseconds until the next question. */
  async function ask(signal: AbortSignal): Promise<number> {
    let delay = 0
    try {
      if (leaveSlot && decision === undefined) await pause(clock, DECISION_PATIENCE, signal)
      if (signal.aborted) return 0
      if (!decision || muteStreams > 0) await poll(signal)
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
      setStatus('offline', reason)
    }
    if (muteStreams >= MUTE_STREAMS && delay > 0 && ++polls % POLLS_BEFORE_STREAM === 0) muteStreams--
    if (failures === 0) return delay
    // Another watch may reach its back end meanwhile.
    giveSlotBack()
    return backoff(failures, random())
  }

  function pauseFor(delay: number): number {
    if (page.state === 'gone') return Infinity
    // A page that was never told asks once, hidden or not.
    return page.state === 'hidden' && hasTold ? pollHiddenEvery : delay
  }

  function begin(): AbortSignal {
    current = new AbortController()
    return current.signal
  }

  async function run() {
    let delay = 0
    while (!isOver) {
      const interrupted = begin()
      await pause(clock, pauseFor(delay), interrupted)
      delay = 0
      if (interrupted.aborted) continue
      if (page.state === 'visible' && muteStreams < MUTE_STREAMS) askForSlot()
      else giveSlotBack()
      const asked = begin()
      delay = await ask(asked)
      // What interrupts at the very end must not be lost.
      if (asked.aborted) delay = 0
    }
  }

  /** A stream that slept with the tab may be dead without knowing it, and on another network streams may come through. */
  function wake() {
    if (page.state === 'visible') {
      failures = 0
      muteStreams = Math.min(muteStreams, MUTE_STREAMS - 1)
    }
    current.abort()
  }

  /** What was asked before the change may be answered after it. A stream brings the change by itself. */
  function hearChange() {
    if (!isStreaming) current.abort()
  }

  const stopListening = [page.onChange(wake), ...(hearsChanges ? [page.onAnnouncedChange(hearChange)] : [])]

  function stop() {
    isOver = true
    current.abort()
    giveSlotBack()
    for (const stopOne of stopListening) stopOne()
  }

  void run()
  return stop
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
function isFinal({ code }: ConnectError): boolean {
  return /^session_|^intent_not_found$/.test(code)
}

/** Half a second, doubled by each failure, at most fifteen, less up to a half so that clients do not come in step. */
function backoff(failures: number, random: number): number {
  return Math.min(500 * 2 ** (failures - 1), LONGEST_PAUSE) * (1 - random / 2)
}
