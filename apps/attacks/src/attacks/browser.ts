import { sandboxPhone, signInName } from '@connect-account/sandbox/testing'
import type { BrowserContext, Page } from '@playwright/test'
import * as v from 'valibot'
import type { Attack } from '../attack.ts'
import type { Ground } from '../ground.ts'
import { postJson, signInToDemo } from '../host/demo-user.ts'
import { tokenOf } from '../host/open-link.ts'
import { becomesTrue, until } from '../until.ts'

/** Attacks in which the pages of the kit take part, in Chromium. */

const linkSchema = v.object({ url: v.string() })

/** How long a page may take to do what it must not do, in milliseconds. */
const PAGE_MS = 2_000

async function inBrowser<T>(ground: Ground, act: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await (await ground.browser()).newContext()
  try {
    return await act(context)
  } finally {
    await context.close()
  }
}

/** Signs in on the provider's pages and allows access. */
async function allow(page: Page, person: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(person)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
}

export const browserAttacks: Attack[] = [
  ...(['redirect', 'popup'] as const).flatMap((display): Attack[] => [
    {
      name: `consent of one’s own in Chromium, ${display}`,
      tried: 'a user connects Gmail on the demo’s page: this must work',
      run: (ground) =>
        inBrowser(ground, async (context) => {
          const demo = await ground.demo()
          const user = ground.name('anna')
          const { caller } = await signInToDemo(demo, user)
          await context.request.post(`${demo.url}/api/sign-in`, { data: { user } })
          const page = await context.newPage()
          await page.goto(`${demo.url}/${display === 'popup' ? '?consent=popup' : ''}`)
          await page.getByRole('button', { name: 'Connect an account' }).click()
          await page
            .getByRole('dialog')
            .getByRole('button', { name: /^Gmail/ })
            .click()
          const popup = display === 'popup' ? context.waitForEvent('page') : undefined
          await page.getByRole('dialog').getByText('Continue with Gmail').click()
          await allow((await popup) ?? page, signInName('plain', user))
          await page.getByRole('heading', { name: 'Gmail is connected' }).waitFor()
          const { length } = await caller.accounts()
          return { held: length === 1, happened: `the user has ${length} account` }
        }),
    },
    {
      name: `consent of a signed-in victim in Chromium, ${display}`,
      tried: 'a victim who is signed in to the demo, and has its page open, allows access for the attacker',
      run: (ground) =>
        inBrowser(ground, async (context) => {
          const demo = await ground.demo()
          const attacker = (await signInToDemo(demo, ground.name('mallory'))).caller
          const bob = ground.name('bob')
          const own = (await signInToDemo(demo, bob)).caller
          await context.request.post(`${demo.url}/api/sign-in`, { data: { user: bob } })
          const open = await context.newPage()
          await open.goto(`${demo.url}/`)
          await open.getByRole('button', { name: 'Connect an account' }).click()
          const victim = signInName('plain', bob)
          const { id, url } = await attacker.consent({ display, returnTo: `${demo.url}/` })
          const page = await context.newPage()
          await page.goto(url)
          await allow(page, victim)
          await until('the victim is back', async () => page.isClosed() || page.url().startsWith(demo.url))
          await sandboxPhone(demo.sandboxUrl).account(victim)
          const isLinked = await becomesTrue(
            async () => [...(await attacker.accounts()), ...(await own.accounts())].length > 0,
            PAGE_MS,
          )
          const end = (await attacker.read(id)).step.type
          return {
            held: !isLinked,
            happened: `the attempt is ${end}, ${isLinked ? 'linked' : 'nobody has an account'}`,
          }
        }),
    },
  ]),
  {
    name: 'a stolen link address in Chromium',
    tried: 'a visitor opens a link and continues; the address is read from the page, and opened elsewhere',
    run: (ground) =>
      inBrowser(ground, async (context) => {
        const demo = await ground.demo()
        const { cookie } = await signInToDemo(demo, ground.name('anna'))
        const made = await postJson(`${demo.url}/api/links`, { providers: ['linkedin'] }, cookie)
        const { url } = v.parse(linkSchema, await made.json())
        const token = tokenOf(url)
        const page = await context.newPage()
        const foreign = new Set<string>()
        page.on('request', (request) => {
          if (request.resourceType() === 'script' && !request.url().startsWith(demo.url))
            foreign.add(request.url())
        })
        await page.goto(url)
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.getByLabel('Password', { exact: true }).waitFor()
        const address = String(await page.evaluate('location.href + document.referrer + document.cookie'))
        const thief = await inBrowser(ground, async (other) => {
          const stolen = await other.newPage()
          await stolen.goto(url)
          await stolen.getByRole('heading').first().waitFor()
          const more = stolen.getByRole('button', { name: 'Continue' })
          if (await more.isVisible()) await more.click()
          const heading = stolen.getByRole('heading', { name: 'This link was opened in another browser' })
          return heading.waitFor({ timeout: PAGE_MS }).then(
            () => 'sees that it was opened elsewhere',
            () => 'gets in',
          )
        })
        const leaks = [...(address.includes(token) ? ['the address bar'] : []), ...foreign]
        return {
          held: leaks.length === 0 && thief !== 'gets in',
          happened: `the second browser ${thief}, the token is ${leaks.length ? `read in ${leaks.join()}` : 'in no script’s reach'}`,
        }
      }),
  },
]
