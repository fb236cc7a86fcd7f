import type { BrowserGlobals } from './browser-globals.ts'
import { createBrowserPage } from './browser-page.ts'
import { type ClientPage, noPage } from './client-page.ts'

/** One per document, so that all clients of a page share its stream. */
const pages = new WeakMap<object, ClientPage>()

/** The page that this code runs in. */
export function currentPage(): ClientPage {
  const globals: object = globalThis
  if (!isBrowser(globals)) return noPage()
  const page = pages.get(globals.document) ?? createBrowserPage(globals)
  pages.set(globals.document, page)
  return page
}

function isBrowser(globals: object): globals is BrowserGlobals {
  return 'document' in globals && globals.document !== undefined && 'addEventListener' in globals
}
