import type { BrowserContext, ConsoleMessage, Page, Request } from '@playwright/test'
import * as v from 'valibot'

/** What the flow, or the demo after a hosted link, told its user in one moment. */
export interface Told {
  readonly at: number
  /** The step's type; `returned` on the demo after a hosted link. */
  readonly step: string
  readonly heading: string
  readonly text: string
}

/** A call of the kit's browser API. */
export interface Call {
  readonly at: number
  readonly method: string
  readonly path: string
  /** The number of the tab that sent it. */
  readonly tab: number
  /** Of a start. */
  readonly key: string | undefined
  readonly provider: string | undefined
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
/** Only what is needed: a body has the user's credentials too. */
const sentBody = v.object({ checkpoint: v.optional(v.string()), provider: v.optional(v.string()) })

/** Records everything that a context's tabs show, send and log. */
export class Witness {
  readonly told: Told[] = []
  readonly calls: Call[] = []
  readonly console: ConsoleLine[] = []
  readonly pageErrors: string[] = []
  /** The names of the intents that the tabs know of: their ids, or the keys of their starts. */
  readonly intents = new Set<string>()
  /** Every address that a tab or a call had. */
  readonly urls: string[] = []
  readonly #apiUrl: string
  readonly #tabs: Page[] = []

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

  /** Returns a number that no other tab of the walk has. */
  numberOf(page: Page): number {
    return this.#tabs.indexOf(page)
  }

  #watch(page: Page) {
    this.#tabs.push(page)
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
    const isStart = method === 'POST' && path === '/intents'
    this.calls.push({
      at: Date.now(),
      method,
      path,
      tab: this.numberOf(request.frame().page()),
      key: request.headers()['idempotency-key'],
      provider: isStart ? memberOf(request, 'provider') : undefined,
      checkpoint: path.endsWith('/solve') ? memberOf(request, 'checkpoint') : undefined,
    })
    if (isStart) void this.#readStarted(request)
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

function memberOf(request: Request, name: 'checkpoint' | 'provider'): string | undefined {
  const body: unknown = request.postDataJSON()
  return v.is(sentBody, body) ? body[name] : undefined
}

/** Runs in every page before its own scripts. Reports what the flow tells the user, whenever it changes. */
function watchFlow() {
  let last = ''
  const read = () => {
    const root = [...document.querySelectorAll('[data-ca="root"][data-step]')].at(-1)
    const textOf = (selector: string) => root?.querySelector(selector)?.textContent ?? ''
    const returned = document.querySelector('.returned')?.textContent ?? ''
    const seen = {
      step: root?.getAttribute('data-step') ?? (returned && 'returned'),
      heading: root ? textOf('[data-ca="heading"]') : returned,
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
