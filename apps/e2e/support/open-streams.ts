import type { BrowserContext, Page, Request } from '@playwright/test'

/** Counts the open event streams of a context's pages, from its construction on. */
export class OpenStreams {
  /** The highest number that one page had open at the same time. */
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

  /** How many all pages have open now. */
  get all(): number {
    return this.#open.size
  }

  /** How many `page` has open now. */
  of(page: Page): number {
    return [...this.#open.values()].filter((holder) => holder === page).length
  }
}
