import type { Page } from 'playwright'
import type { Case } from '../case.ts'
import { type FollowedGuide, followGuide } from '../guide.ts'
import { tarballsOf } from '../installations.ts'
import { openPage } from '../page.ts'
import { enterCode, linkLinkedIn, newPersona, part, signIn } from '../walk.ts'

/** Milliseconds. The first request compiles the page. */
const FIRST_REQUEST_LIMIT = 120_000

/** Links an account in the dialog of the page. */
export async function linkInDialog(page: Page, { sandbox }: FollowedGuide): Promise<void> {
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await linkLinkedIn(page, sandbox)
  await page.locator('output').filter({ hasText: /./ }).waitFor()
}

/** Links an account on the hosted page, and returns to the page. */
async function linkOnHostedPage(page: Page, { sandbox, url }: FollowedGuide): Promise<void> {
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator(part.provider('linkedin')).click()
  const persona = newPersona('otp')
  await signIn(page, persona)
  await enterCode(page, sandbox, persona)
  await page.waitForURL((address) => address.href.startsWith(url) && address.searchParams.has('account_id'))
}

const guides = [
  ['vite-express', linkInDialog],
  ['next', linkInDialog],
  ['plain-html', linkOnHostedPage],
] as const

/** Follows a page of the documentation in an empty folder until an account is linked, and prints the time. */
const guideWorks = ([name, link]: (typeof guides)[number]): Case => ({
  name: `getting started, ${name}`,
  limit: 480_000,
  prepare: (workshop) => tarballsOf(workshop),
  async run(workshop) {
    await using guide = await followGuide(workshop, `getting-started/${name}.md`)
    const start = performance.now()
    await fetch(guide.url, { signal: AbortSignal.timeout(FIRST_REQUEST_LIMIT) })
    await fetch(new URL('/api/connect-session', guide.url), {
      method: 'POST',
      signal: AbortSignal.timeout(FIRST_REQUEST_LIMIT),
    })
    await using watched = await openPage(workshop, guide.url)
    // The development servers compile what each step loads.
    watched.page.setDefaultTimeout(FIRST_REQUEST_LIMIT)
    await link(watched.page, guide)
    watched.expectNoComplaints()
    const seconds = (time: number) => (time / 1000).toFixed(1)
    console.log(
      `        from an empty folder: running after ${seconds(guide.duration)} s, ` +
        `an account linked after ${seconds(guide.duration + performance.now() - start)} s`,
    )
  },
})

export const gettingStartedCases: readonly Case[] = guides.map(guideWorks)
