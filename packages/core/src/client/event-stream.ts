import type { Clock } from './clock.ts'

export interface StreamOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Anything arrived at all, a heartbeat included. */
  readonly onAlive: () => void
  readonly onData: (data: string) => void
}

/** How a stream came to its end: the server closed it, it went silent (a proxy holds it back, the network died), or it broke. */
export type StreamEnd = 'closed' | 'silent' | 'broken'

/** The server speaks at once; a stream that says nothing for this long (ms) is held back by a proxy. */
export const FIRST_WORD = 5_000
/** The server's heartbeat is 15 s; twice missed is gone. */
const HEARTBEAT = 35_000

/**
 * Reads server-sent events until the stream ends or `signal` aborts, and reports each one's data (WHATWG HTML, 9.2.6; of
 * its fields only `data` matters here). Never rejects, and always lets go of the body.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  { clock, signal, onAlive, onData }: StreamOptions,
): Promise<StreamEnd> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let unread = ''
  let isSilent = false
  let patience = FIRST_WORD
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  try {
    while (true) {
      const takeBack = clock.after(patience, () => {
        isSilent = true
        cancel()
      })
      const { done, value } = await reader.read().finally(takeBack)
      if (done) return isSilent ? 'silent' : 'closed'
      patience = HEARTBEAT
      onAlive()
      const events = (unread + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/)
      unread = events.pop() ?? ''
      for (const event of events) {
        const data = [...event.matchAll(/^data: ?(.*)$/gm)].map(([, line]) => line)
        if (data.length > 0) onData(data.join('\n'))
      }
    }
  } catch {
    return 'broken'
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}
