import type { BrowserContext, Page, Request } from '@playwright/test'

/** Counts the event streams that a context's pages hold open, from when it is made. */
export class OpenStreams {
  /** The most that one page has ever held at once. */
  mostInPage = 0
  readonly #open = new Map<Request, Page>()

  constructor(context: BrowserContext) {
    context.on('request', (request) => {
      if (!new URL(request.url()).pathname.endsWith('/events')) return
      const page = request.frame().page()
      this.#open.set(request, page)
      this.mostInPage = Math.max(this.mostInPage, this.of(page))
    })
    context.on('requestfinished', (request) => this.#open.delete(request))
    context.on('requestfailed', (request) => this.#open.delete(request))
  }

  /** How many all pages together hold now. */
  get all(): number {
    return this.#open.size
  }

  /** How many this page holds now. */
  of(page: Page): number {
    return [...this.#open.values()].filter((holder) => holder === page).length
  }
}
