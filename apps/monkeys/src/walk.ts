import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sandboxPhone } from '@connect-account/sandbox/testing'
import { createRandom, type Random } from '@connect-account/test-random'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { acts, demoAddress, type Moment, type Surroundings } from './acts.ts'
import { actsAt, isEnd } from './choose-act.ts'
import { readStored, readUpstream } from './evidence.ts'
import { findDeadEnd } from './find-dead-end.ts'
import { findLeaks } from './find-leaks.ts'
import { findLoggedErrors, findNoise } from './find-noise.ts'
import { findRepeats } from './find-repeats.ts'
import { findViolations } from './find-violations.ts'
import { drawPlan, type Plan } from './plan.ts'
import { makeProgress } from './progress.ts'
import { readScreen, type Screen } from './screen.ts'
import { Witness } from './witness.ts'
import type { WorkerStack } from './worker-stack.ts'

export interface WalkResult {
  readonly walk: number
  readonly plan: Plan
  /** One line per act. */
  readonly acts: readonly string[]
  /** The kind of the last end that the user was told. */
  readonly end: string
  readonly violations: readonly string[]
  readonly screenshot: string | undefined
}

/** Milliseconds. How long a dead end may be seen: a screen may be between two states. */
const DEAD_END_LIMIT = 4_000
/**
 * How long a healed world may show the same: the server's time-out of a call to Unipile, and the time until a
 * restarted server waits for an open intent again.
 */
const STUCK_LIMIT = 45_000
/** The same after a call that Unipile never answers: the server's time-out of a held call. */
const SILENCE_LIMIT = 90_000
/** How long the way to an end may take in a healed world. */
const FINISH_LIMIT = 120_000
/** How long the list and the webhooks may take to agree with the end. */
const AGREE_LIMIT = 15_000
const ACT_LIMIT = 2_000
const LOAD_LIMIT = 15_000
const POLL = 100
/** How often a user tries again in a healed world before giving up. */
const MAX_RETRIES = 4
/** How long a user waits for a button in a healed world, on a busy machine. */
const PATIENCE = 10_000

/** One monkey's walk: random acts, then the way to an end in a healed world. */
export class Walk {
  readonly #walk: number
  readonly #random: Random
  readonly #plan: Plan
  readonly #stack: WorkerStack
  readonly #context: BrowserContext
  readonly #witness: Witness
  readonly #surroundings: Surroundings
  readonly #acts: string[] = []
  readonly #violations: string[] = []
  readonly #canceledAt: number[] = []
  #first: Page
  /** The tab that was looked at last. */
  #seen: Page
  /** Unipile's ids of the accounts that were there before. */
  #before: ReadonlySet<string> = new Set()
  #isOffline = false
  #hasNetworkFaults = false
  #hasLostWebhooks = false

  private constructor(
    walk: number,
    random: Random,
    plan: Plan,
    stack: WorkerStack,
    context: BrowserContext,
    witness: Witness,
    page: Page,
  ) {
    this.#walk = walk
    this.#random = random
    this.#plan = plan
    this.#stack = stack
    this.#context = context
    this.#witness = witness
    this.#first = page
    this.#seen = page
    this.#surroundings = { plan, context, stack, phone: sandboxPhone(stack.sandboxUrl, { waitMs: 0 }) }
  }

  /** @param folder - Receives the screenshot of a walk with violations. */
  static async run(
    browser: Browser,
    stack: WorkerStack,
    seed: string,
    walk: number,
    folder: string,
  ): Promise<WalkResult> {
    const random = createRandom(`${seed}/${walk}`)
    const plan = drawPlan(random.derive('plan'), `m${walk}-${seed}`)
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    try {
      context.setDefaultTimeout(ACT_LIMIT)
      context.setDefaultNavigationTimeout(LOAD_LIMIT)
      const witness = await Witness.of(context, stack.url)
      await context.request.post(`${stack.url}/api/sign-in`, { data: { user: plan.user } })
      const page = await context.newPage()
      await page.goto(demoAddress(stack, plan))
      await page.getByRole('button', { name: 'Connect an account' }).waitFor({ timeout: LOAD_LIMIT })
      return await new Walk(walk, random, plan, stack, context, witness, page).#run(folder)
    } finally {
      await context.close()
    }
  }

  async #run(folder: string): Promise<WalkResult> {
    this.#before = new Set((await readUpstream(this.#surroundings.phone)).map(({ id }) => id))
    for (let number = 1; number <= this.#plan.acts && this.#violations.length === 0; number++) {
      await this.#act(number)
    }
    let end = ''
    if (this.#violations.length === 0) {
      await this.#heal()
      end = await this.#finish()
    }
    await this.#stack.ready()
    if (this.#violations.length === 0) await this.#compare()
    await this.#listen()
    const screenshot = this.#violations.length > 0 ? await this.#photograph(folder) : undefined
    return {
      walk: this.#walk,
      plan: this.#plan,
      acts: this.#acts,
      end,
      violations: this.#violations,
      screenshot,
    }
  }

  /** One random act. Its draws depend on the seed and its number, and not on how fast the acts before were. */
  async #act(number: number): Promise<void> {
    const random = this.#random.derive(`act ${number}`)
    const page = this.#pickTab(random)
    const screen = await this.#read(page)
    const world = { isOffline: this.#isOffline, tabs: this.#context.pages().length }
    const name = random.pick(actsAt(screen, world))
    const sent = this.#witness.calls.length
    const at = Date.now()
    const done = await this.#try(name, { ...this.#surroundings, page, screen, random })
    this.#log(`${number}. ${describeScreen(screen)}: ${name}${done === '' ? '' : `: ${done}`}`)

    if (name === 'go offline') this.#isOffline = true
    if (name === 'go online') this.#isOffline = false
    if (name === 'go offline' || name === 'kill the server') this.#hasNetworkFaults = true
    if (name === 'change the delivery' && done === 'lost') this.#hasLostWebhooks = true
    if (name === 'cancel' && !done.startsWith('✗')) this.#canceledAt.push(at)
    if (name === 'click several times') this.#checkRepeats(done, sent)
    await pause(random.between(50, 500))
    if (name === 'open the dialog' || (name === 'click several times' && /“Connect an account”/.test(done))) {
      await this.#expectDialog(page)
    }
    if (!page.isClosed()) await this.#expectWay(page)
  }

  async #try(name: keyof typeof acts, moment: Moment): Promise<string> {
    try {
      return await acts[name](moment)
    } catch (error) {
      // The screen changed before the act, the world is down, or the phone has nothing to do.
      return `✗ ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`
    }
  }

  /** Mostly the tab that was opened last: a popup, or the newest one. */
  #pickTab(random: Random): Page {
    const tabs = this.#context.pages()
    const newest = tabs.at(-1) ?? this.#first
    return random.happens(0.75) ? newest : random.pick(tabs.map((tab) => [1, tab]))
  }

  #read(page: Page): Promise<Screen> {
    this.#seen = page
    return readScreen(page, this.#stack.sandboxUrl)
  }

  #checkRepeats(done: string, sent: number) {
    for (const repeat of findRepeats(this.#witness.calls.slice(sent))) {
      this.#violate(`several clicks (${done}) ${repeat}`)
    }
  }

  async #expectDialog(page: Page): Promise<void> {
    const isOpen = await this.#waitFor(DEAD_END_LIMIT, async () => {
      const screen = await this.#read(page)
      return screen.place !== 'demo' || screen.flow !== undefined
    })
    if (!isOpen) this.#violate('The dialog is not open although the user opened it.')
  }

  async #expectWay(page: Page): Promise<void> {
    let deadEnd: string | undefined
    await this.#waitFor(DEAD_END_LIMIT, async () => {
      deadEnd = page.isClosed() ? undefined : findDeadEnd(await this.#read(page))
      return deadEnd === undefined
    })
    if (deadEnd !== undefined) this.#violate(deadEnd)
  }

  async #heal(): Promise<void> {
    await this.#stack.ready()
    await this.#context.setOffline(false)
    this.#context.setDefaultTimeout(PATIENCE)
    await this.#surroundings.phone.setDelivery('normal')
    this.#log('— the world heals —')
  }

  /** Gets to an end, and starts a new connection. Returns the end's type. */
  async #finish(): Promise<string> {
    const end = await this.#reachEnd()
    if (end === undefined) return 'none'
    await this.#startAgain()
    return end
  }

  /** Only tries to finish. Returns the type of the end, or `undefined` if there is none. */
  async #reachEnd(): Promise<string | undefined> {
    const limit = Date.now() + FINISH_LIMIT
    let changedAt = Date.now()
    let before = ''
    let retries = 0
    while (Date.now() < limit) {
      const page = await this.#tabToFinish()
      const screen = await this.#read(page)
      const now = fingerprint(screen)
      if (now !== before) changedAt = Date.now()
      before = now
      if (Date.now() - changedAt > (this.#plan.script.includes('timeout') ? SILENCE_LIMIT : STUCK_LIMIT)) {
        this.#violate(`stuck at ${describeScreen(screen)}`)
        return undefined
      }
      if (screen.flow && isEnd(screen.flow)) {
        const { step } = screen.flow
        const canRetry = step === 'failed' || step === 'expired'
        if (!canRetry || retries === MAX_RETRIES) {
          if (canRetry) this.#violate(`does not get through: “${screen.flow.heading}. ${screen.flow.text}”`)
          return step
        }
        retries++
      }
      const done = await makeProgress(page, screen, this.#surroundings).catch(
        (error: unknown) => `✗ ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`,
      )
      if (now !== this.#lastLogged) this.#log(`→ ${describeScreen(screen)}: ${done}`)
      this.#lastLogged = now
      await pause(300)
      await this.#expectWay(page)
      if (this.#violations.length > 0) return undefined
    }
    this.#violate('no end was reached')
    return undefined
  }

  #lastLogged = ''

  /** The provider's window if one is open, or else the first tab. */
  async #tabToFinish(): Promise<Page> {
    const tabs = this.#context.pages()
    const isProviders = (page: Page) => page.url().startsWith(this.#stack.sandboxUrl)
    return tabs.findLast(isProviders) ?? tabs[0] ?? this.#first
  }

  async #startAgain(): Promise<void> {
    const page = this.#context.pages()[0] ?? this.#first
    const dialog = page.locator('dialog[open]').last()
    try {
      await dialog
        .getByRole('button', { name: /^(Done|Close)$/ })
        .last()
        .click()
      await page.getByRole('button', { name: 'Connect an account' }).click()
      await dialog.getByRole('button', { name: /^Mock/ }).click({ timeout: LOAD_LIMIT })
      await dialog.getByRole('heading', { name: 'Mock is connected' }).waitFor({ timeout: LOAD_LIMIT })
      await dialog.getByRole('button', { name: 'Done' }).click()
      this.#log('→ starts a new connection')
    } catch (error) {
      const screen = await this.#read(page)
      this.#violate(
        `cannot start a new connection at ${describeScreen(screen)}: ${error instanceof Error ? error.message.split('\n')[0] : ''}`,
      )
    }
  }

  /** Compares what the user was told with what is stored, again until both agree or time is up. */
  async #compare(): Promise<void> {
    const { told, calls } = this.#witness
    let violations: string[] = []
    await this.#waitFor(AGREE_LIMIT, async () => {
      const { phone, plan } = this.#surroundings
      const stored = await readStored(this.#context, this.#stack.url, this.#witness, phone, this.#before)
      const page = this.#context.pages()[0] ?? this.#first
      violations = findViolations({
        ...stored,
        script: plan.script,
        told,
        calls,
        listed: (await this.#read(page)).rows,
        disconnected: new Set(
          calls.flatMap(({ method, path }) => (method === 'DELETE' ? path.split('/').slice(-1) : [])),
        ),
        canceledAt: this.#canceledAt,
        hasLostWebhooks: this.#hasLostWebhooks,
      })
      return violations.length === 0
    })
    this.#violations.push(...violations)
  }

  /** Checks what was logged meanwhile. */
  async #listen(): Promise<void> {
    const { plan } = this.#surroundings
    const { pageErrors, console, urls } = this.#witness
    const serverLog = this.#stack.takeLog()
    const faults = { network: this.#hasNetworkFaults, upstream: hasUpstreamFault(plan.script) }
    const storage = await Promise.all(
      this.#context.pages().map((page) =>
        page
          .evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]))
          // The browser's own error page has no storage.
          .catch(() => ''),
      ),
    )
    this.#violations.push(
      ...pageErrors.map((error) => `page error: ${error}`),
      ...findNoise(console, this.#stack, faults),
      ...findLoggedErrors(serverLog).map((line) => `server's log: ${line}`),
      ...findLeaks({ storage, urls, console: console.map(({ text }) => text), serverLog }, [plan.password]),
    )
  }

  async #photograph(folder: string): Promise<string | undefined> {
    const path = join(folder, `walk-${this.#walk}.png`)
    return this.#seen.screenshot({ path }).then(
      () => path,
      () => undefined,
    )
  }

  async #waitFor(ms: number, isTrue: () => Promise<boolean>): Promise<boolean> {
    const limit = Date.now() + ms
    while (!(await isTrue())) {
      if (Date.now() > limit) return false
      await pause(POLL)
    }
    return true
  }

  #log(line: string): void {
    this.#acts.push(line)
  }

  #violate(violation: string): void {
    this.#violations.push(violation)
  }
}

function describeScreen({ place, flow, rows }: Screen): string {
  if (place !== 'demo') return place
  return flow ? `${flow.step} “${flow.heading}”` : `page with ${rows.length} accounts`
}

/** What counts as a change: all but countdowns. */
function fingerprint({ url, flow, ways, rows }: Screen): string {
  const labels = (flow?.ways ?? ways).map(({ label, isEnabled, isPending }) => [label, isEnabled, isPending])
  return JSON.stringify([url, flow?.step, flow?.text, labels, rows]).replace(/\d+/g, '')
}

function hasUpstreamFault(script: string): boolean {
  return /slow|outage|rate-limited|timeout|garbage|reset|oauth-error/.test(script)
}
