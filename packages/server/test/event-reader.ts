/** One server-sent event. */
interface ReceivedEvent {
  readonly id: string
  readonly event: string
  readonly data: unknown
}

export interface EventReader {
  /** The next event, or `undefined` at the stream's end. */
  next(): Promise<ReceivedEvent | undefined>
  /** How many comments have arrived so far, including heartbeats. */
  comments(): number
}

/** Reads a stream as a browser would. */
export function readEvents(response: Response): EventReader {
  if (!response.body) throw new Error('No stream.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let comments = 0
  async function block(): Promise<string | undefined> {
    while (!text.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) return undefined
      text += value
    }
    const [first = '', ...rest] = text.split('\n\n')
    text = rest.join('\n\n')
    return first
  }
  return {
    comments: () => comments,
    async next() {
      for (;;) {
        const found = await block()
        if (found === undefined) return undefined
        if (found.startsWith(':')) {
          comments += 1
          continue
        }
        const [, id = '', event = '', data = ''] = /^id: (\S+)\nevent: (\w+)\ndata: (.+)$/.exec(found) ?? []
        return { id, event, data: JSON.parse(data) }
      }
    },
  }
}
