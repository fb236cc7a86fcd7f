interface HeldCall {
  /** Method and path: a repetition of the call has the same. */
  readonly name: string
  /** Sends the request, and answers what the server does. */
  readonly send: () => Promise<Response>
  readonly resolve: (response: Promise<Response>) => void
  readonly reject: (error: unknown) => void
}

/**
 * The network between one browser and the host, which lets nothing through until it is told to: so each order in which
 * calls, answers and news can arrive is one that a test decides on. Requests and answers are the real ones.
 */
export class Wire {
  readonly #calls = new Set<HeldCall>()
  readonly #closing = new AbortController()
  #whenCalled = Promise.withResolvers<void>()
  /** Calls by this name are not held. */
  #passing: { readonly name: string; readonly lost: boolean } | undefined
  #stream: HeldStream | undefined
  #isOffline = false
  /** The session that calls carry in place of their own. */
  #session: string | undefined

  readonly #knownRevision: () => number

  /** @param knownRevision - The newest revision that the browser has: news that is no news to it is not held. */
  constructor(knownRevision: () => number) {
    this.#knownRevision = knownRevision
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input))
    const signal = AbortSignal.any([this.#closing.signal, ...(init.signal ? [init.signal] : [])])
    if (url.pathname.endsWith('/events')) return this.#openStream(url, { ...init, signal })
    return this.#hold(url, { ...init, signal })
  }

  /** Lets the held call, and its repetitions, through to the server and back, until `until` is over. */
  async deliver(until: () => Promise<unknown>): Promise<void> {
    await this.#pass(false, until)
  }

  /** Loses the held call, and its repetitions, before it reaches the server, until `until` is over. */
  async lose(until: () => Promise<unknown>): Promise<void> {
    await this.#pass(true, until)
  }

  /** Lets the stream's news through, one at a time, up to the first that is newer than `revision`. */
  async tell(revision: number): Promise<void> {
    await (await this.#openedStream()).tell(revision)
  }

  /** Breaks the stream, and lets no other one through until `until` is over. */
  async goOffline(until: () => Promise<unknown>): Promise<void> {
    const stream = await this.#openedStream()
    this.#isOffline = true
    try {
      stream.break()
      await until()
    } finally {
      this.#isOffline = false
    }
  }

  /** Lets calls carry this session instead of their own until `until` is over. */
  async pretend(session: string, until: () => Promise<unknown>): Promise<void> {
    this.#session = session
    try {
      await until()
    } finally {
      this.#session = undefined
    }
  }

  /** Breaks the stream; the one that the browser opens then carries this session until `until` is over. */
  async reopenAs(session: string, until: () => Promise<unknown>): Promise<void> {
    const stream = await this.#openedStream()
    await this.pretend(session, () => {
      stream.break()
      return until()
    })
  }

  /** Ends everything that is held or under way. */
  close(): void {
    this.#closing.abort()
  }

  async #pass(lost: boolean, until: () => Promise<unknown>): Promise<void> {
    const call = await this.#nextCall()
    this.#passing = { name: call.name, lost }
    try {
      this.#settle(call)
      await until()
    } finally {
      this.#passing = undefined
    }
  }

  async #nextCall(): Promise<HeldCall> {
    for (;;) {
      const [call] = this.#calls
      if (call) return call
      await orLate(this.#whenCalled.promise, 'No call was made.')
    }
  }

  async #hold(url: URL, init: RequestInit): Promise<Response> {
    init.signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const call: HeldCall = {
      name: `${init.method} ${url.pathname}`,
      send: () => globalThis.fetch(url, this.#dress(init)),
      resolve,
      reject,
    }
    this.#calls.add(call)
    init.signal?.addEventListener('abort', () => {
      this.#calls.delete(call)
      reject(init.signal?.reason)
    })
    if (call.name === this.#passing?.name) this.#settle(call)
    this.#whenCalled.resolve()
    this.#whenCalled = Promise.withResolvers()
    return promise
  }

  #settle(call: HeldCall): void {
    this.#calls.delete(call)
    if (this.#passing?.lost) call.reject(new TypeError('The network is down.'))
    else call.resolve(call.send())
  }

  #dress(init: RequestInit): RequestInit {
    const headers = new Headers(init.headers)
    if (this.#session !== undefined) headers.set('authorization', `Bearer ${this.#session}`)
    return { ...init, headers }
  }

  async #openStream(url: URL, init: RequestInit): Promise<Response> {
    if (this.#isOffline) throw new TypeError('The network is down.')
    const response = await globalThis.fetch(url, this.#dress(init))
    if (!response.ok || !response.body) return response
    const stream = new HeldStream(response.body, this.#knownRevision)
    this.#stream = stream
    this.#whenCalled.resolve()
    this.#whenCalled = Promise.withResolvers()
    return new Response(stream.body, response)
  }

  async #openedStream(): Promise<HeldStream> {
    for (;;) {
      if (this.#stream && !this.#stream.isOver) return this.#stream
      await orLate(this.#whenCalled.promise, 'No stream was opened.')
    }
  }
}

/** An event stream whose news is passed on when it is asked for; heartbeats and old news pass by themselves. */
class HeldStream {
  readonly body: ReadableStream<Uint8Array>
  readonly #news: { readonly frame: string; readonly revision: number }[] = []
  #whenChanged = Promise.withResolvers<void>()
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #isOver = false

  constructor(source: ReadableStream<Uint8Array>, knownRevision: () => number) {
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller
      },
      cancel: () => {
        this.#isOver = true
      },
    })
    this.#read(source, knownRevision).catch(() => {
      // The browser has left the stream, which ends the request.
      this.#isOver = true
    })
  }

  get isOver(): boolean {
    return this.#isOver
  }

  async tell(revision: number): Promise<void> {
    for (;;) {
      const news = this.#news.shift()
      if (news) this.#pass(news.frame)
      else await orLate(this.#whenChanged.promise, `Nothing newer than revision ${revision} was told.`)
      if (news && news.revision > revision) return
    }
  }

  break(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#controller?.error(new TypeError('The network is down.'))
  }

  async #read(source: ReadableStream<Uint8Array>, knownRevision: () => number): Promise<void> {
    let unread = ''
    for await (const text of source.pipeThrough(new TextDecoderStream())) {
      const frames = (unread + text).split('\n\n')
      unread = frames.pop() ?? ''
      for (const frame of frames) {
        const [, id] = /^id: (\d+)$/m.exec(frame) ?? []
        if (id === undefined || Number(id) <= knownRevision()) this.#pass(frame)
        else this.#news.push({ frame, revision: Number(id) })
      }
      this.#whenChanged.resolve()
      this.#whenChanged = Promise.withResolvers()
    }
  }

  #pass(frame: string): void {
    if (!this.#isOver) this.#controller?.enqueue(new TextEncoder().encode(`${frame}\n\n`))
  }
}

/** How long anything that has been brought about may take, in milliseconds. */
const PATIENCE = 20_000

export async function orLate<T>(promise: Promise<T>, complaint: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(complaint)), PATIENCE)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
