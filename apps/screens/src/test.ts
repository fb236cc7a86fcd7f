import { test as base, type Page } from '@playwright/test'
import { preparePage } from './open-story.ts'

/** A test with one page per worker: what Storybook's page loads stays in the browser's cache. */
export const test = base.extend<object, { readonly storyPage: Page }>({
  storyPage: [
    async ({ browser }, use, { project }) => {
      const { contextOptions, baseURL = '', locale = '', timezoneId = '' } = project.use
      const context = await browser.newContext({ ...contextOptions, baseURL, locale, timezoneId })
      const page = await context.newPage()
      await preparePage(page)
      await use(page)
      await context.close()
    },
    { scope: 'worker' },
  ],
})
