import type { Clock } from './clock.ts'

export interface StreamOptions {
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Called for anything that arrives, a heartbeat included. */
  readonly onAlive: () => void
  /** Called with the data of each event. */
  readonly onData: (data: string) => void
}

/**
 * How a stream ended: the server closed it, it went silent (a buffering proxy, a dead network), or it broke.
 */
export type StreamEnd = 'closed' | 'silent' | 'broken'

/**
 * Milliseconds: the server sends something at once, so a stream that is silent for this long is buffered by a
 * proxy.
 */
export const FIRST_CHUNK_TIMEOUT = 5_000
/** Milliseconds: the server's heartbeat comes every 15 seconds, so two of them were missed. */
const HEARTBEAT_TIMEOUT = 35_000

/**
 * Reads server-sent events until the stream ends or `signal` aborts, and reports the data of each one. Never
 * rejects, and always releases the body.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  { clock, signal, onAlive, onData }: StreamOptions,
): Promise<StreamEnd> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const parse = eventParser(onData)
  let isSilent = false
  let timeout = FIRST_CHUNK_TIMEOUT
  const cancel = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', cancel)
  // The signal may have aborted while the stream was opened.
  if (signal.aborted) cancel()
  try {
    while (true) {
      const cancelTimer = clock.after(timeout, () => {
        isSilent = true
        cancel()
      })
      const { done, value } = await reader.read().finally(cancelTimer)
      if (done) return isSilent ? 'silent' : 'closed'
      timeout = HEARTBEAT_TIMEOUT
      onAlive()
      parse(decoder.decode(value, { stream: true }))
    }
  } catch {
    return 'broken'
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

/**
 * Returns a function that takes the text of a stream piece by piece and reports the data of each complete
 * event, as the HTML standard specifies (section 9.2.6). Only the field `data` is read. Only LF, CR and CRLF
 * end a line: JSON may contain U+2028 and U+2029.
 */
export function eventParser(onData: (data: string) => void): (piece: string) => void {
  let rest = ''
  let endedWithCr = false
  let data: string[] = []

  function readLine(line: string) {
    if (line === '') {
      if (data.length > 0) onData(data.join('\n'))
      data = []
      return
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? []
    if (field === 'data') data.push(value)
  }

  return (piece) => {
    // The LF of a CRLF may arrive in the next piece.
    const text = endedWithCr && piece.startsWith('\n') ? piece.slice(1) : piece
    if (piece !== '') endedWithCr = piece.endsWith('\r')
    const lines = (rest + text).split(/\r\n?|\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) readLine(line)
  }
}
