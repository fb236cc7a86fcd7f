interface HeldCall {
  /** Method and path, the same for a retry of the call. */
  readonly name: string
  /** Sends the request. Resolves with the server's response. */
  readonly send: () => Promise<Response>
  readonly resolve: (response: Promise<Response>) => void
  readonly reject: (error: unknown) => void
}

const START = 'POST /connect/intents'
/** Whether the flow reads this before it shows anything. */
const isOpening = (name: string) =>
  name === 'GET /connect/providers' || name.startsWith('GET /connect/accounts/')
/** Which requests are meant, by their names. */
type Requests = (name: string) => boolean

/**
 * The network between one browser and the host. It holds every call and event until the test lets it through,
 * so that the test decides their order. Requests and responses are real.
 */
export class HeldNetwork {
  readonly #calls = new Set<HeldCall>()
  readonly #closing = new AbortController()
  #whenCalled = Promise.withResolvers<void>()
  /** Which calls are not held, and whether they are lost. */
  #passing: { readonly has: (call: HeldCall) => boolean; readonly lost: boolean } | undefined
  #stream: HeldStream | undefined
  #isOffline = false
  /** The session to send instead of the calls' own. */
  #session: string | undefined

  readonly #knownRevision: () => number

  /** @param knownRevision - The newest revision that the browser has. Older ones are not held. */
  constructor(knownRevision: () => number) {
    this.#knownRevision = knownRevision
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(String(input))
    const signal = AbortSignal.any([this.#closing.signal, ...(init.signal ? [init.signal] : [])])
    if (url.pathname.endsWith('/events')) return this.#openStream(url, { ...init, signal })
    return this.#hold(url, { ...init, signal })
  }

  /**
   * Lets the held calls of these names and their retries through to the server and back until `until`
   * resolves.
   */
  async deliver(requests: Requests, until: () => Promise<unknown>): Promise<void> {
    await this.#pass(requests, false, until)
  }

  /** Fails the held calls of these names and their retries before they reach the server. */
  async lose(requests: Requests, until: () => Promise<unknown>): Promise<void> {
    await this.#pass(requests, true, until)
  }

  /** Lets the stream's events through, one at a time, up to the first one newer than `revision`. */
  async push(revision: number): Promise<void> {
    await (await this.#openedStream()).push(revision)
  }

  /** Breaks the stream, and fails new ones until `until` resolves. */
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

  /** Sends this session with all calls until `until` resolves. */
  async pretend(session: string, until: () => Promise<unknown>): Promise<void> {
    this.#session = session
    try {
      await until()
    } finally {
      this.#session = undefined
    }
  }

  /** Breaks the stream. The browser reopens it with this session until `until` resolves. */
  async reopenAs(session: string, until: () => Promise<unknown>): Promise<void> {
    const stream = await this.#openedStream()
    await this.pretend(session, () => {
      stream.break()
      return until()
    })
  }

  /** Aborts everything that is held or in progress. */
  close(): void {
    this.#closing.abort()
  }

  async #pass(requests: Requests, lost: boolean, until: () => Promise<unknown>): Promise<void> {
    const call = await this.#nextCall(requests)
    // A start may cancel earlier ones first; a reconnect reads the account together with the providers.
    const isOneOfMany = (call.name.startsWith('DELETE ') && requests(START)) || isOpening(call.name)
    const has = ({ name }: HeldCall) => (isOneOfMany ? requests(name) : name === call.name)
    this.#passing = { has, lost }
    try {
      for (const held of [...this.#calls].filter(has)) this.#settle(held)
      await until()
    } finally {
      this.#passing = undefined
    }
  }

  async #nextCall(requests: Requests): Promise<HeldCall> {
    for (;;) {
      const call = [...this.#calls].find(({ name }) => requests(name))
      if (call) return call
      await withTimeout(this.#whenCalled.promise, 'No call was made.')
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
    if (this.#passing?.has(call)) this.#settle(call)
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
      await withTimeout(this.#whenCalled.promise, 'No stream was opened.')
    }
  }
}

/**
 * An event stream that holds new events until they are let through. Heartbeats and old events pass at once.
 */
class HeldStream {
  readonly body: ReadableStream<Uint8Array>
  readonly #updates: { readonly frame: string; readonly revision: number }[] = []
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
      // The browser has closed the stream, which ends the request.
      this.#isOver = true
    })
  }

  get isOver(): boolean {
    return this.#isOver
  }

  async push(revision: number): Promise<void> {
    for (;;) {
      const update = this.#updates.shift()
      if (update) this.#pass(update.frame)
      else await withTimeout(this.#whenChanged.promise, `No revision newer than ${revision} was pushed.`)
      if (update && update.revision > revision) return
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
        else this.#updates.push({ frame, revision: Number(id) })
      }
      this.#whenChanged.resolve()
      this.#whenChanged = Promise.withResolvers()
    }
  }

  #pass(frame: string): void {
    if (!this.#isOver) this.#controller?.enqueue(new TextEncoder().encode(`${frame}\n\n`))
  }
}

/** How long one step may take, in milliseconds. */
const STEP_LIMIT_MS = 20_000

export async function withTimeout<T>(promise: Promise<T>, complaint: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(complaint)), STEP_LIMIT_MS)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
