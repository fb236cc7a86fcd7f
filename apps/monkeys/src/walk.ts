import { setTimeout as pause } from 'node:timers/promises'
import { type SandboxPhone, sandboxPhone } from '@connect-account/sandbox/testing'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import * as v from 'valibot'
import { demoAddress } from './acts.ts'
import { type Cancel, readUpstream } from './evidence.ts'
import { findDeadEnd } from './find-dead-end.ts'
import type { Plan } from './plan.ts'
import { readScreen, type Screen } from './screen.ts'
import { Witness } from './witness.ts'
import type { WorkerStack } from './worker-stack.ts'

/** Milliseconds. How long a dead end may be seen: a screen may be between two states. */
const DEAD_END_LIMIT = 4_000
/** How long an act may take. A screen may change so that it is no longer possible. */
const ACT_LIMIT = 2_000
/** How long a page may take to load on a busy machine. */
export const LOAD_LIMIT = 15_000
const POLL = 100

/** One monkey's walk through the demo: what it acts on, and what became of it so far. */
export class Walk {
  readonly plan: Plan
  readonly stack: WorkerStack
  readonly context: BrowserContext
  readonly witness: Witness
  /** Its calls find nothing at once if there is nothing. */
  readonly phone: SandboxPhone
  /** Unipile's ids of the accounts that are older than the walk. */
  readonly oldAccounts: ReadonlySet<string>
  /** One line per act. */
  readonly acts: string[] = []
  readonly violations: string[] = []
  readonly cancels: Cancel[] = []
  /** The address where the walk began. */
  readonly entry: string
  isOffline = false
  /** Whether the server was killed, the browser was offline, or calls were broken. */
  hasNetworkFaults = false
  hasLostWebhooks = false
  /** The tab that was looked at last. */
  seen: Page

  private constructor(
    plan: Plan,
    stack: WorkerStack,
    context: BrowserContext,
    witness: Witness,
    phone: SandboxPhone,
    oldAccounts: ReadonlySet<string>,
    entry: string,
    page: Page,
  ) {
    this.plan = plan
    this.stack = stack
    this.context = context
    this.witness = witness
    this.phone = phone
    this.oldAccounts = oldAccounts
    this.entry = entry
    this.seen = page
  }

  /** Opens the demo as a user that no other walk has. The caller closes the context. */
  static async begin(browser: Browser, stack: WorkerStack, plan: Plan): Promise<Walk> {
    const phone = sandboxPhone(stack.sandboxUrl, { waitMs: 0 })
    const oldAccounts = new Set((await readUpstream(phone)).map(({ id }) => id))
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(ACT_LIMIT)
    context.setDefaultNavigationTimeout(LOAD_LIMIT)
    const witness = await Witness.of(context, stack.url)
    await context.request.post(`${stack.url}/api/sign-in`, { data: { user: plan.user } })
    const entry = plan.entry === 'link' ? await createLink(context, stack, plan) : demoAddress(stack, plan)
    const page = await context.newPage()
    await page.goto(entry)
    await page.locator('#root main button').first().waitFor({ timeout: LOAD_LIMIT })
    if (plan.entry === 'link') await continueWithLink(page)
    return new Walk(plan, stack, context, witness, phone, oldAccounts, entry, page)
  }

  get hasViolations(): boolean {
    return this.violations.length > 0
  }

  get tabs(): Page[] {
    return this.context.pages()
  }

  /** The first tab, which is never closed. */
  get firstTab(): Page {
    return this.tabs[0] ?? this.seen
  }

  read(page: Page): Promise<Screen> {
    this.seen = page
    return readScreen(page, this.stack.sandboxUrl)
  }

  /** Allows a screen without a way on only for a moment. */
  async expectWay(page: Page): Promise<void> {
    let deadEnd: string | undefined
    await this.becomes(DEAD_END_LIMIT, async () => {
      deadEnd = page.isClosed() ? undefined : findDeadEnd(await this.read(page))
      return deadEnd === undefined
    })
    if (deadEnd !== undefined) this.violations.push(deadEnd)
  }

  /** @param violation - What it means if the dialog does not open. */
  async expectDialog(page: Page, violation: string): Promise<void> {
    const isOpen = await this.becomes(DEAD_END_LIMIT, async () => {
      const screen = await this.read(page)
      return screen.place !== 'demo' || screen.flow !== undefined
    })
    if (!isOpen) this.violations.push(violation)
  }

  /** Resolves to whether `isTrue` returned true within `ms`. */
  async becomes(ms: number, isTrue: () => Promise<boolean>): Promise<boolean> {
    const limit = Date.now() + ms
    while (!(await isTrue())) {
      if (Date.now() > limit) return false
      await pause(POLL)
    }
    return true
  }
}

/** The first line of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}

/** A link says whose account it becomes before anything else. */
async function continueWithLink(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator('[data-ca="root"] button').first().waitFor({ timeout: LOAD_LIMIT })
}

const createdLink = v.object({ url: v.string() })

/** A hosted link of the walk's provider that returns to the demo. */
async function createLink(
  context: BrowserContext,
  { url }: WorkerStack,
  { provider }: Plan,
): Promise<string> {
  const response = await context.request.post(`${url}/api/links`, {
    data: { providers: [provider.id], redirectUri: `${url}/` },
  })
  return v.parse(createdLink, await response.json()).url
}
