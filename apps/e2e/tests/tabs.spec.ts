import type { BrowserContext } from '@playwright/test'
import { ConnectPage } from '../support/connect-page.ts'
import { OpenStreams } from '../support/open-streams.ts'
import { expect, test } from '../support/test.ts'

/**
 * Milliseconds on a busy machine; an idle one needs a fifth. Without free connections nothing would happen,
 * and a list without a stream polls only every 10 s.
 */
const PROMPT = 8_000

/** Another tab of the same user. */
async function openTab(context: BrowserContext): Promise<ConnectPage> {
  const tab = new ConnectPage(await context.newPage())
  await tab.page.goto('/')
  return tab
}

/** Fakes the visibility of the tab, because headless Chromium reports every tab as visible. */
async function setVisibility({ page }: ConnectPage, visibility: 'visible' | 'hidden') {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visibility)
}

/** Links an account in this tab. */
async function link(tab: ConnectPage, username: string) {
  await tab.connect('LinkedIn')
  await tab.signIn(username)
  await tab.sees('LinkedIn is connected')
}

/** A browser opens at most six connections to a server over HTTP/1.1. `TABS=12` tries twice as many tabs. */
const TABS = Number(process.env.TABS ?? 7)

for (const { where, hasLocks } of [
  { where: 'over HTTP/1.1', hasLocks: true },
  { where: 'without locks, as on plain http', hasLocks: false },
]) {
  test(`${TABS} visible tabs stay responsive ${where}, each with a list and an open flow`, async ({
    demo,
    phone,
    persona,
  }) => {
    test.setTimeout(180_000)
    const context = demo.page.context()
    if (!hasLocks) {
      await context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }),
      )
      await demo.page.reload()
    }
    const streams = new OpenStreams(context)
    const tabs = [demo]
    while (tabs.length < TABS) tabs.push(await openTab(context))

    const personas = tabs.map((_, index) => persona(`otp.${index}`))
    for (const [index, tab] of tabs.entries()) {
      await expect(tab.page.getByText('No accounts connected yet.')).toBeVisible({ timeout: PROMPT })
      await tab.connect('LinkedIn')
      await tab.signIn(personas[index] ?? '')
      await expect(tab.codeField).toBeVisible({ timeout: PROMPT })
    }
    // All tabs are visible, but only one has the stream.
    await expect.poll(() => streams.all).toBe(hasLocks ? 1 : 0)
    const [first, last] = [0, TABS - 1]
    for (const index of [first, last]) {
      const tab = tabs[index] ?? demo
      await tab.enterCode(await phone.code(personas[index] ?? ''))
      await expect(tab.flow.getByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible({
        timeout: PROMPT,
      })
      await tab.finish()
    }
    for (const tab of tabs) await expect(tab.accounts).toHaveCount(2, { timeout: PROMPT })
    expect(streams.mostInPage).toBe(hasLocks ? 1 : 0)
    for (const tab of tabs.slice(1)) await tab.page.close()
  })
}

test('tells that a code was sent again, that there is no other way, and what another tab ended', async ({
  demo,
  phone,
  persona,
}) => {
  const anna = persona('slow+slow+otp')
  const started = demo.page.waitForResponse((response) => /\/connect\/intents$/.test(response.url()))
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  // In the screen, and as an announcement.
  await expect(demo.flow.getByText(/^Signing in to LinkedIn can take up to a minute/).first()).toBeVisible()
  await demo.sees('Enter your verification code')
  const { id } = await (await started).json()
  await demo.flow.getByRole('button', { name: 'Resend', exact: true }).dblclick()
  await expect(demo.flow.getByRole('button', { name: /^Sent\. Resend in 0:0\d$/ })).toBeVisible()
  expect(await phone.code(anna, 2)).not.toBe('')
  // A double click sends one.
  expect((await phone.look(anna)).messages).toHaveLength(2)

  const other = new ConnectPage(await demo.page.context().newPage())
  await other.page.goto(`/?connect_intent=${id}`)
  await other.sees('Enter your verification code')
  await demo.flow.getByRole('button', { name: 'Cancel' }).click()
  await expect(demo.flow).toBeHidden()
  await expect(other.flow).toContainText('You canceled this in another tab or on another device.')
  await other.flow.getByRole('button', { name: 'Close' }).last().click()
  await expect(other.flow).toBeHidden()
  await other.page.close()

  await demo.connect('LinkedIn')
  await demo.signIn(persona('captcha'))
  await demo.flow.getByRole('button', { name: 'Try another way' }).click()
  await expect(demo.flow).toContainText('There’s no other way for this account')
  await expect(demo.flow.getByRole('button', { name: 'Try another way' })).toHaveCount(0)
  await demo.flow.getByRole('checkbox').click()
  await demo.sees('LinkedIn is connected')
})

test('a hidden tab passes its stream to a visible one, and catches up immediately', async ({
  demo,
  persona,
}) => {
  const context = demo.page.context()
  const streams = new OpenStreams(context)
  await demo.page.reload()
  await expect.poll(() => streams.of(demo.page)).toBe(1)
  const second = await openTab(context)
  await expect(second.page.getByText('No accounts connected yet.')).toBeVisible()
  expect(streams.of(second.page)).toBe(0)

  await setVisibility(demo, 'hidden')
  await expect.poll(() => streams.of(demo.page)).toBe(0)
  await expect.poll(() => streams.of(second.page)).toBe(1)

  await link(second, persona('plain'))
  await second.finish()
  await expect(second.accounts).toHaveCount(1)
  await expect(demo.accounts).toHaveCount(0)
  await setVisibility(demo, 'visible')
  await expect(demo.accounts).toHaveCount(1, { timeout: PROMPT })

  // When the tab with the stream closes, the other one opens it.
  await second.page.close()
  await expect.poll(() => streams.of(demo.page)).toBe(1)
  expect(streams.mostInPage).toBe(1)
})

test('a flow takes over the stream of its page, and returns it', async ({ demo, phone, persona }) => {
  const streams = new OpenStreams(demo.page.context())
  const anna = persona('otp')
  await demo.page.reload()
  await expect.poll(() => streams.of(demo.page)).toBe(1)
  const flowStream = demo.page.waitForRequest(/\/connect\/intents\/[^/]+\/events$/)
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await flowStream
  const listStream = demo.page.waitForRequest(/\/connect\/accounts\/events$/)
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
  await demo.finish()
  await listStream
  await expect(demo.accounts).toHaveCount(1, { timeout: PROMPT })
  expect(streams.mostInPage).toBe(1)
})

test('a page restored by the Back button has its stream and its state again', async ({ demo, persona }) => {
  const context = demo.page.context()
  const streams = new OpenStreams(context)
  await demo.page.reload()
  await expect.poll(() => streams.of(demo.page)).toBe(1)
  await demo.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await expect.poll(() => streams.all).toBe(0)
  const second = await openTab(context)
  await link(second, persona('plain'))
  await second.page.close()
  await expect(demo.accounts).toHaveCount(0)
  await demo.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect(demo.accounts).toHaveCount(1, { timeout: PROMPT })
  await expect.poll(() => streams.of(demo.page)).toBe(1)
})
