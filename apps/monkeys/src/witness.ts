import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'
import * as v from 'valibot'

/** What the flow told its user in one moment. */
export interface Told {
  readonly at: number
  readonly step: string
  readonly heading: string
  readonly text: string
}

/** A call of the kit's browser API. */
export interface Call {
  readonly at: number
  readonly method: string
  readonly path: string
  /** Of a start. */
  readonly key: string | undefined
  /** The id of the answered checkpoint. */
  readonly checkpoint: string | undefined
}

export interface ConsoleLine {
  readonly at: number
  readonly type: string
  readonly text: string
  readonly url: string
}

const sight = v.object({ step: v.string(), heading: v.string(), text: v.string() })
const startedIntent = v.object({ id: v.string() })
const answered = v.object({ checkpoint: v.string() })

/** Records everything that a context's tabs show, send and log. */
export class Witness {
  readonly told: Told[] = []
  readonly calls: Call[] = []
  readonly console: ConsoleLine[] = []
  readonly pageErrors: string[] = []
  /** The ids of the intents that the tabs know of. */
  readonly intents = new Set<string>()
  /** Every address that a tab or a call had. */
  readonly urls: string[] = []
  readonly #apiUrl: string

  private constructor(demoUrl: string) {
    this.#apiUrl = `${demoUrl}/connect`
  }

  static async of(context: BrowserContext, demoUrl: string): Promise<Witness> {
    const witness = new Witness(demoUrl)
    await context.exposeBinding('monkeySees', (_, seen: unknown) => witness.#see(seen))
    await context.addInitScript(watchFlow)
    context.on('request', (request) => witness.#request(request))
    context.on('page', (page) => witness.#watch(page))
    return witness
  }

  #see(seen: unknown) {
    this.told.push({ at: Date.now(), ...v.parse(sight, seen) })
  }

  #watch(page: Page) {
    page.on('console', (message) => this.#log(message))
    page.on('pageerror', (error) => this.pageErrors.push(error.stack ?? error.message))
    page.on('crash', () => this.pageErrors.push('The tab crashed.'))
  }

  #log(message: ConsoleMessage) {
    const { url } = message.location()
    this.console.push({ at: Date.now(), type: message.type(), text: message.text(), url })
  }

  #request(request: Request) {
    const url = request.url()
    this.urls.push(url)
    if (!url.startsWith(`${this.#apiUrl}/`)) return
    const path = new URL(url).pathname.replace(/^\/connect/, '')
    const method = request.method()
    const id = /^\/intents\/([^/]+)/.exec(path)?.[1]
    if (id) this.intents.add(id)
    this.calls.push({
      at: Date.now(),
      method,
      path,
      key: request.headers()['idempotency-key'],
      checkpoint: path.endsWith('/solve') ? checkpointOf(request) : undefined,
    })
    if (method === 'POST' && path === '/intents') void this.#readStarted(request)
  }

  async #readStarted(request: Request) {
    // The response may be lost: the server was killed, or the tab left.
    const body: unknown = await request
      .response()
      .then((response) => response?.json())
      .catch(() => undefined)
    if (v.is(startedIntent, body)) this.intents.add(body.id)
  }
}

function checkpointOf(request: Request): string | undefined {
  const body: unknown = request.postDataJSON()
  return v.is(answered, body) ? body.checkpoint : undefined
}

/** Runs in every page before its own scripts. Reports what the flow tells the user, whenever it changes. */
function watchFlow() {
  let last = ''
  const read = () => {
    const root = [...document.querySelectorAll('[data-ca="root"][data-step]')].at(-1)
    const textOf = (selector: string) => root?.querySelector(selector)?.textContent ?? ''
    const seen = {
      step: root?.getAttribute('data-step') ?? '',
      heading: textOf('[data-ca="heading"]'),
      text: textOf('[data-ca="header"] [data-ca="text"]') + textOf('[role="alert"]'),
    }
    const now = JSON.stringify(seen)
    if (now === last) return
    last = now
    const report: unknown = Reflect.get(globalThis, 'monkeySees')
    if (typeof report === 'function') report(seen)
  }
  new MutationObserver(read).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['data-step', 'open'],
    attributes: true,
  })
}
