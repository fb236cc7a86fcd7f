import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions, ConsoleMessage, Page } from 'playwright'
import type { Workshop } from './workshop.ts'

const WAIT_LIMIT = 15_000

/** A page whose every complaint is heard. */
export interface WatchedPage extends AsyncDisposable {
  readonly page: Page
  /** Errors and warnings of the console, errors of scripts, violations of the content security policy. */
  readonly complaints: string[]
  /** Throws when there are any. */
  expectNoComplaints(): void
}

/** Opens a page in a browser context of its own, as a user of the host that nobody else is. */
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
    expectNoComplaints() {
      if (complaints.length > 0) throw new Error(`The console says:\n${complaints.join('\n')}`)
    },
    async [Symbol.asyncDispose]() {
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
  // Chromium asks for it by itself.
  if (message.location().url.endsWith('/favicon.ico')) return false
  return message.type() === 'error' || message.type() === 'warning'
}
