import { ConnectError } from '../errors/index.ts'
import { type Intent, isOutcome, readIntent, type Watcher, type WatchStatus } from '../protocol/index.ts'
import { pause } from './clock.ts'
import { readEventStream } from './event-stream.ts'
import type { Http } from './http.ts'

export interface WatchOptions {
  readonly http: Http
  readonly fetchIntent: (signal: AbortSignal) => Promise<Intent>
  /** Calls `listener` whenever the browser wakes up or comes back online; the returned function stops that. */
  readonly onWake: (listener: () => void) => () => void
  /** A number between 0 and 1, for jitter. */
  readonly random: () => number
}

const POLL_EVERY = 2_000
/** So many streams in a row without a word, and polling takes over. */
const MUTE_STREAMS = 2
const LONGEST_PAUSE = 15_000

/**
 * Reports each new revision of an intent until it ends or the returned function is called. Reads a stream, reconnects
 * with growing pauses, and falls back to polling where streams do not come through.
 */
export function watchIntent(
  path: string,
  watcher: Watcher,
  { http, fetchIntent, onWake, random }: WatchOptions,
): () => void {
  const { clock } = http
  const stopped = new AbortController()
  let revision = 0
  let hasEnded = false
  let muteStreams = 0
  let failures = 0
  let status: WatchStatus | undefined
  let interruptPause = () => {}

  function setStatus(next: WatchStatus) {
    if (next === status) return
    status = next
    watcher.onStatus?.(next)
  }

  function show(intent: Intent, how: WatchStatus) {
    if (stopped.signal.aborted) return
    failures = 0
    setStatus(how)
    if (intent.revision <= revision) return
    revision = intent.revision
    hasEnded = isOutcome(intent.step)
    watcher.onIntent(intent)
  }

  async function stream() {
    let hasSpoken = false
    const response = await http.open({
      method: 'GET',
      path,
      headers: { accept: 'text/event-stream', ...(revision > 0 && { 'last-event-id': String(revision) }) },
      repeatable: false,
      signal: stopped.signal,
    })
    if (!response.body)
      throw new ConnectError('unexpected_answer', { detail: 'The event stream has no body.' })
    const end = await readEventStream(response.body, {
      clock,
      signal: stopped.signal,
      onAlive() {
        hasSpoken = true
        muteStreams = 0
        failures = 0
        if (revision > 0) setStatus('live')
      },
      onData(data) {
        const intent = readEvent(data)
        if (intent) show(intent, 'live')
      },
    })
    if (end !== 'silent') failures++
    else if (!hasSpoken) muteStreams++
  }

  async function rest(delay: number) {
    const woken = new AbortController()
    interruptPause = () => woken.abort()
    await pause(clock, delay, AbortSignal.any([stopped.signal, woken.signal]))
  }

  async function run() {
    while (!hasEnded && !stopped.signal.aborted) {
      const isPolling = muteStreams >= MUTE_STREAMS
      try {
        if (isPolling) show(await fetchIntent(stopped.signal), 'polling')
        else await stream()
      } catch (error) {
        if (stopped.signal.aborted) return
        if (isFinal(error)) return watcher.onError(error)
        failures++
        setStatus('offline')
      }
      if (hasEnded || stopped.signal.aborted) return
      await rest(failures === 0 && isPolling ? POLL_EVERY : backoff(failures, random()))
    }
  }

  const stopListening = onWake(() => {
    interruptPause()
    // A stream that slept with the tab may be dead without knowing it.
    fetchIntent(stopped.signal).then(
      (intent) => show(intent, status === 'polling' ? 'polling' : 'live'),
      () => {
        // The loop meets the same failure and reports it.
      },
    )
  })
  void run()

  return () => {
    stopped.abort()
    stopListening()
  }
}

function readEvent(data: string): Intent | undefined {
  try {
    return readIntent(JSON.parse(data))
  } catch {
    // Not for us, or of a version too new to read; the next one may be.
    return undefined
  }
}

/** Asking again cannot help: the intent is gone, or no session may see it. */
function isFinal(error: unknown): error is ConnectError {
  return (
    error instanceof ConnectError && (error.code === 'intent_not_found' || error.code.startsWith('session_'))
  )
}

/** Half a second, doubled by each failure, at most fifteen, less up to a half so that clients do not come in step. */
function backoff(failures: number, random: number): number {
  if (failures === 0) return 0
  return Math.min(500 * 2 ** (failures - 1), LONGEST_PAUSE) * (1 - random / 2)
}
