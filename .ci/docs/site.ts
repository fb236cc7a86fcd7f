import { Api } from './api.ts'
import { inReadingOrder, type Page, writtenPages } from './pages.ts'
import { generatedPages } from './reference.ts'

/** All pages of the site in reading order: those that people wrote, and those that come from the code. */
export const sitePages = (api = new Api()): Page[] =>
  inReadingOrder([...writtenPages(), ...generatedPages(api)])
