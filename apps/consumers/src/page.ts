import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContextOptions, ConsoleMessage, Page } from 'playwright'
import type { Workshop } from './workshop.ts'

const WAIT_LIMIT = 15_000
/** Milliseconds to wait for a second line, because nothing reports that there is none. */
const QUIET_MS = 500
const LONGEST_NOTE = 400

/** Chromium logs this for a refused call; a case may refuse calls on purpose. */
export const refusedCalls = /^\[error\] Failed to load resource: .* 4(01|22)\b/

/** A page whose errors and warnings are recorded. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page
  /** Errors and warnings of the console, errors of scripts, violations of the content security policy. */
  readonly complaints: string[]
  /** Throws if there are any, except those that match `allowed`. */
  expectNoComplaints(allowed?: RegExp): void
  /**
   * Waits at most `limit` milliseconds for the first match, and then until there was none for half a second.
   */
  complaintsSettle(pattern: RegExp, limit: number): Promise<void>
}

/** Opens a page in its own browser context, as a new user of the host. */
export async function openPage(
  workshop: Workshop,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const browser = await workshop.browser()
  const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light', ...options })
  context.setDefaultTimeout(WAIT_LIMIT)
  context.setDefaultNavigationTimeout(60_000)
  await context.addCookies([{ name: 'user', value: randomUUID(), url }])
  const page = await context.newPage()
  const complaints = listen(page)
  await page.goto(url)
  return {
    page,
    complaints,
    expectNoComplaints(allowed) {
      const others = complaints.filter((complaint) => !allowed?.test(complaint))
      if (others.length > 0) throw new Error(`The console says:\n${others.join('\n')}`)
    },
    async complaintsSettle(pattern, limit) {
      const deadline = performance.now() + limit
      const isThere = () => complaints.some((complaint) => pattern.test(complaint))
      while (!isThere() && performance.now() < deadline) await pause(50)
      let count: number
      do {
        count = complaints.length
        await pause(QUIET_MS)
      } while (complaints.length > count)
    },
    async [Symbol.asyncDispose]() {
      const words = await page
        .locator('body')
        .ariaSnapshot()
        .catch((error: Error) => error.message)
      workshop.lastPage = [...complaints, 'The page shows:', words.slice(0, LONGEST_NOTE)].join('\n')
      await context.close()
    },
  }
}

function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`Uncaught ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    if (isComplaint(message)) complaints.push(`[${message.type()}] ${message.text()}`)
  })
  return complaints
}

function isComplaint(message: ConsoleMessage): boolean {
  // Chromium requests the icon by itself.
  if (message.location().url.endsWith('/favicon.ico')) return false
  return message.type() === 'error' || message.type() === 'warning'
}
