import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { manualClock } from '../testing/index.ts'
import { eventParser, readEventStream } from './event-stream.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** The data of the events in these pieces. */
function parsed(...pieces: string[]): string[] {
  const events: string[] = []
  const parse = eventParser((data) => events.push(data))
  for (const piece of pieces) parse(piece)
  return events
}

describe('the data of an event', () => {
  it.each<[name: string, stream: string, events: string[]]>([
    ['one line', 'data: a\n\n', ['a']],
    ['no space after the colon', 'data:a\n\n', ['a']],
    ['only the first space is dropped', 'data:  a\n\n', [' a']],
    ['a colon in the value', 'data: {"a":1}\n\n', ['{"a":1}']],
    ['two lines', 'data: a\ndata: b\n\n', ['a\nb']],
    ['an empty line of data', 'data: a\ndata\ndata: b\n\n', ['a\n\nb']],
    ['a field without a colon', 'data\n\n', ['']],
    ['CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', ['a', 'b']],
    ['CR', 'data: a\r\rdata: b\r\r', ['a', 'b']],
    ['mixed line ends', 'data: a\r\n\ndata: b\n\rdata: c\r\r\n', ['a', 'b', 'c']],
    ['line separators inside of JSON', 'data: "Anna\u2028Smith\u2029"\n\n', ['"Anna\u2028Smith\u2029"']],
    [
      'other characters that look like a line end',
      'data: a\u0085b\u000bc\u000cd\n\n',
      ['a\u0085b\u000bc\u000cd'],
    ],
    ['comments', ': hi\n\n:\ndata: a\n: ho\ndata: b\n\n', ['a\nb']],
    ['other fields', 'event: x\nid: 7\nretry: 10\ndata: a\n\n', ['a']],
    ['a field whose name only starts with it', 'database: a\ndata2: b\n data: c\n\n', []],
    ['blank lines', '\n\n\ndata: a\n\n\n\n', ['a']],
    ['an event that is not complete', 'data: a\n\ndata: b\n', ['a']],
  ])('%s', (_, stream, events) => {
    expect(parsed(stream)).toEqual(events)
    // Parses it one character at a time as well.
    expect(parsed(...stream)).toEqual(events)
  })

  it('is reported as soon as its last line has ended, also with a CR alone', () => {
    expect(parsed('data: a\r', '\r')).toEqual(['a'])
    expect(parsed('data: a\r', '', '\n', '\r\n', 'data: b\n\n')).toEqual(['a', 'b'])
  })

  it('equals what was sent, for any data, line ends and pieces', () => {
    const lineEnd = fc.constantFrom('\n', '\r', '\r\n')
    const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, ''))
    const event = fc.record({ lines: fc.array(line, { minLength: 1, maxLength: 4 }), end: lineEnd })
    const sizes = fc.infiniteStream(fc.integer({ min: 1, max: 7 }))
    fc.assert(
      fc.property(fc.array(event), sizes, (events, lengths) => {
        const stream = events
          .map(({ lines, end }) => `${lines.map((text) => `data: ${text}${end}`).join('')}: beat${end}${end}`)
          .join('')
        const pieces: string[] = []
        for (let at = 0; at < stream.length; at += pieces.at(-1)?.length ?? 1)
          pieces.push(stream.slice(at, at + (lengths.next().value ?? 1)))
        expect(parsed(...pieces)).toEqual(events.map(({ lines }) => lines.join('\n')))
      }),
    )
  })
})

describe('a stream', () => {
  function opened(signal = new AbortController().signal) {
    const cancel = vi.fn()
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined
    const body = new ReadableStream<Uint8Array>({
      start(created) {
        controller = created
      },
      cancel,
    })
    const events: string[] = []
    const clock = manualClock()
    const onData = (data: string) => events.push(data)
    const end = readEventStream(body, { clock, signal, onAlive: () => {}, onData })
    return {
      send: (bytes: Uint8Array) => controller?.enqueue(bytes),
      close: () => controller?.close(),
      cancel,
      clock,
      events,
      end,
    }
  }

  it('keeps characters that are split between two chunks, and drops a byte order mark', async () => {
    const { send, close, events, end } = opened()
    const bytes = encode('\ufeffdata: Zoë 🎉\u2028\n\n')
    for (const byte of bytes) send(Uint8Array.of(byte))
    close()
    expect(await end).toBe('closed')
    expect(events).toEqual(['Zoë 🎉\u2028'])
  })

  it('is released at once if the signal aborted while it was opened', async () => {
    const { cancel, end, clock } = opened(AbortSignal.abort())
    expect(await end).toBe('closed')
    expect(cancel).toHaveBeenCalledOnce()
    expect(clock.waiting).toBe(0)
  })

  it('ends as silent if nothing arrives in time', async () => {
    const { clock, cancel, end } = opened()
    clock.advance(5_000)
    expect(await end).toBe('silent')
    expect(cancel).toHaveBeenCalledOnce()
  })
})
