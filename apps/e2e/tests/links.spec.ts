import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { ConnectPage } from '../support/connect-page.ts'
import { DEMO_URL } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

/**
 * Creates a link with the dashboard's form. `choices` are labels of its chips, `fields` its other options.
 */
async function makeLink(
  demo: ConnectPage,
  choices: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await demo.page.getByRole('button', { name: 'Show options' }).click()
  const form = demo.page.getByRole('form', { name: 'Custom link' })
  for (const choice of choices) await form.getByLabel(choice, { exact: true }).check()
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(label)
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT')
      await field.selectOption({ label: value })
    else await field.fill(value)
  }
  await form.getByRole('button', { name: 'Create link' }).click()
  return form.getByLabel('Works once').inputValue()
}

/** A browser without a session at the host. */
class Visitor extends ConnectPage {
  readonly errors: string[] = []

  static async of(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    return Visitor.in(await browser.newContext(options))
  }

  /** A tab of this browser. */
  static async in(context: BrowserContext): Promise<Visitor> {
    const visitor = new Visitor(await context.newPage())
    visitor.page.on('pageerror', (error) => visitor.errors.push(error.message))
    visitor.page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        visitor.errors.push(message.text())
      }
    })
    return visitor
  }

  override readonly flow = this.page.getByRole('main')

  /** Opens the link, reads whose account it becomes, and continues. */
  async openLink(url: string): Promise<void> {
    await this.page.goto(url)
    await this.flow.getByRole('button', { name: 'Continue' }).click()
    await expect(this.page.locator('[data-ca="root"]')).toBeVisible()
  }

  async expectNoFault(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    expect(violations).toEqual([])
    expect(this.errors).toEqual([])
  }
}

const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

/** An address on the demo's origin that does not change its query. */
const landing = `${DEMO_URL}/icon.svg`

test('a custom link links one account for a visitor who is not signed in', async ({
  demo,
  browser,
  persona,
  phone,
}) => {
  const url = await makeLink(demo, ['LinkedIn', 'WhatsApp'], { 'Return address': landing, State: 'a b' })
  const visitor = await Visitor.of(browser)
  const { page } = visitor
  await page.goto(url)
  await expect(page).toHaveTitle('Connect your account · Tidewater')
  await expect(visitor.flow).toContainText(/This connects your account to \S+ at Tidewater\./)
  await visitor.expectNoFault()
  await visitor.flow.getByRole('button', { name: 'Continue' }).click()
  await expect(visitor.flow.getByRole('button', { name: /^(LinkedIn|WhatsApp|Gmail)/ })).toHaveCount(2)
  await visitor.expectNoFault()
  await visitor.flow.getByRole('button', { name: /^LinkedIn/ }).click()
  await visitor.signIn(persona('otp'))
  // A reload returns to the same checkpoint.
  await expect(visitor.codeField).toBeVisible()
  await page.reload()
  await visitor.enterCode(await phone.code(persona('otp')))
  await page.waitForURL(`${landing}?**`)
  expect(queryOf(page)).toEqual({
    account_id: expect.stringMatching(/^[\w-]{36}$/),
    provider: 'linkedin',
    state: 'a b',
  })
  await expect(demo.accounts).toHaveCount(1)

  await page.goto(url)
  await expect(page.getByRole('heading', { name: 'This link has already been used' })).toBeVisible()
  await visitor.expectNoFault()
  const other = await Visitor.of(browser, { locale: 'ar', colorScheme: 'dark' })
  await other.page.goto(url)
  await expect(other.page.locator('html')).toHaveAttribute('dir', 'rtl')
  await other.expectNoFault()
})

test('a link for one provider opens its form, and without a return address shows the result', async ({
  demo,
  browser,
  persona,
  phone,
}) => {
  const url = await makeLink(demo, ['LinkedIn'], { 'Return address': '', Appearance: 'Dark' })
  const visitor = await Visitor.of(browser)
  await visitor.openLink(url)
  await visitor.signIn(persona('otp'))
  await visitor.enterCode(await phone.code(persona('otp')))
  await expect(visitor.flow.getByRole('heading', { name: 'Your account is connected' })).toBeFocused()
  // The provider's mark, with a badge.
  await expect(visitor.flow.locator('.mark[data-tone="success"] > svg + .badge')).toBeVisible()
  await visitor.expectNoFault()
})

test('a page that cannot reach the server says why, and continues by itself', async ({ demo, browser }) => {
  const url = await makeLink(demo, ['LinkedIn'], {})
  const visitor = await Visitor.of(browser)
  const { page, flow } = visitor
  await page.route('**/details', (route) => route.fulfill({ status: 502, body: 'Bad gateway' }))
  await page.goto(url)
  await expect(flow.getByRole('heading', { name: 'Our server isn’t working properly' })).toBeVisible()
  await page.context().setOffline(true)
  await expect(flow.getByRole('heading', { name: 'You’re offline' })).toBeVisible()
  await page.unroute('**/details')
  await page.route('**/details', (route) => route.abort())
  await page.context().setOffline(false)
  await expect(flow.getByRole('heading', { name: 'We can’t reach our server' })).toBeVisible()
  await page.unroute('**/details')
  await flow.getByRole('button', { name: 'Try again' }).dblclick()
  await expect(flow.getByRole('button', { name: 'Continue' })).toBeVisible()
  // The browser's own lines about the requests that failed.
  visitor.errors.length = 0
  await visitor.expectNoFault()
})

test('works in Arabic on a narrow phone, from right to left, in dark mode', async ({
  demo,
  browser,
  persona,
}) => {
  const url = await makeLink(demo, ['LinkedIn'], {
    Language: 'Arabic',
    Appearance: 'Dark',
    Accent: '#1a1a8c',
  })
  const { violations } = await new AxeBuilder({ page: demo.page }).analyze()
  expect(violations).toEqual([])
  const visitor = await Visitor.of(browser, { viewport: { width: 320, height: 640 } })
  const { page, flow } = visitor
  await page.goto(url)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page).toHaveTitle('ربط حسابك · Tidewater')
  await expect(flow.getByRole('heading', { name: 'طلب ربط حساب من Tidewater' })).toBeVisible()
  await visitor.expectNoFault()
  await flow.getByRole('button', { name: 'متابعة' }).click()
  await flow.getByLabel('البريد الإلكتروني أو الهاتف').fill(persona('plain'))
  await flow.getByLabel('كلمة المرور', { exact: true }).fill('right')
  await expect(flow).not.toContainText(/Sign in|Password|Email|Cancel|Connects/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await visitor.expectNoFault()
  await flow.getByRole('button', { name: 'تسجيل الدخول' }).click()
  await page.waitForURL('**/*account_id=*')
})

test('a visitor who cancels returns with the reason', async ({ demo, browser }) => {
  const url = await makeLink(demo, ['LinkedIn'], { 'Return address': landing, State: 's' })
  const visitor = await Visitor.of(browser)
  await visitor.openLink(url)
  await visitor.flow.getByRole('button', { name: 'Cancel' }).click()
  await visitor.flow.getByRole('button', { name: 'Close' }).click()
  await visitor.page.waitForURL(`${landing}?**`)
  expect(queryOf(visitor.page)).toEqual({ error_type: 'canceled', error_title: 'The user left', state: 's' })
  // Nothing was linked, so the link still works.
  await visitor.page.goto(url)
  await expect(visitor.flow.getByLabel('Email or phone')).toBeVisible()
})

test('a visitor whose account is restricted returns with the reason', async ({ demo, browser, persona }) => {
  const url = await makeLink(demo, ['LinkedIn'], { 'Return address': landing })
  const visitor = await Visitor.of(browser)
  await visitor.openLink(url)
  await visitor.signIn(persona('restricted'))
  await visitor.sees('can’t be connected')
  await visitor.flow.getByRole('button', { name: 'Close' }).click()
  await visitor.page.waitForURL(`${landing}?**`)
  expect(queryOf(visitor.page)).toMatchObject({ error_type: 'restricted', error_title: expect.any(String) })
})

test('returns from a consent page, allowed or denied', async ({ demo, browser, persona }) => {
  const url = await makeLink(demo, ['Gmail'], { 'Return address': landing })
  const visitor = await Visitor.of(browser)
  await visitor.openLink(url)
  await visitor.openConsent('Gmail')
  await visitor.consent(persona('plain'), 'Deny')
  await expect(visitor.page).toHaveURL(/\/connect\/links\/return/)
  await visitor.flow.getByRole('button', { name: 'Try again' }).click()
  await visitor.openConsent('Gmail')
  await visitor.consent(persona('plain'), 'Allow')
  await visitor.page.waitForURL(`${landing}?**`)
  expect(queryOf(visitor.page)).toMatchObject({ provider: 'google', account_id: expect.any(String) })
  expect(visitor.errors).toEqual([])
})

test('a link belongs to the browser that continued with it, and ends when it is revoked', async ({
  demo,
  browser,
  persona,
}) => {
  const url = await makeLink(demo, ['LinkedIn'], { 'Return address': landing })
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  // A mail scanner and a link preview were there first.
  const scanner = await browser.newContext()
  for (const method of ['HEAD', 'GET'])
    expect((await scanner.request.fetch(url, { method })).status()).toBe(200)
  const preview = await Visitor.in(scanner)
  await preview.page.goto(url)
  await expect(preview.flow.getByRole('button', { name: 'Continue' })).toBeVisible()

  const visitor = await Visitor.of(browser)
  const { page } = visitor
  const referrers: string[] = []
  page.on('request', (request) => {
    // Chromium shows an empty one for none.
    const { referer } = request.headers()
    if (referer) referrers.push(referer)
  })
  await page.goto(`${DEMO_URL}/icon.svg`)
  await visitor.openLink(url)
  expect(page.url()).not.toContain(token)
  await visitor.signIn(persona('otp'))
  await expect(visitor.codeField).toBeVisible()
  await page.reload()
  await expect(visitor.codeField).toBeVisible()
  await expect(visitor.page.locator('.owner')).toContainText('Connects to')
  await page.goBack()
  await expect(page).toHaveURL(`${DEMO_URL}/icon.svg`)
  await page.goForward()
  await expect(visitor.codeField).toBeVisible()
  expect(page.url()).not.toContain(token)
  expect(referrers).toEqual([])

  // The address was stolen, and so was the one in the address bar.
  const thief = await Visitor.of(browser)
  await thief.page.goto(url)
  await expect(
    thief.flow.getByRole('heading', { name: 'This link was opened in another browser' }),
  ).toBeFocused()
  await thief.expectNoFault()
  await preview.flow.getByRole('button', { name: 'Continue' }).click()
  await expect(
    preview.flow.getByRole('heading', { name: 'This link was opened in another browser' }),
  ).toBeFocused()
  const copied = await Visitor.of(browser)
  await copied.page.goto(page.url())
  await expect(copied.flow.getByRole('heading', { name: 'Open your link again' })).toBeFocused()

  await demo.page.getByRole('button', { name: 'Revoke' }).click()
  await expect(visitor.flow.getByRole('heading', { name: 'This link no longer works' })).toBeFocused()
  await visitor.flow.getByRole('link', { name: 'Go back to Tidewater' }).click()
  await page.waitForURL(`${landing}?**`)
  expect(queryOf(page)).toMatchObject({ error_type: 'link_revoked' })
  await expect(demo.accounts).toHaveCount(0)
})

/** Stands in for the vendor's script: tries everything that it must not reach, and reports what it got. */
const snooping = `
  const tries = {
    address: () => location.href,
    fragment: () => document.referrer,
    pageAddress: () => parent.location.href,
    topAddress: () => top.location.href,
    pageDocument: () => parent.document.body.innerHTML,
    pageFields: () => [...parent.document.querySelectorAll('input')].map(({ value }) => value),
    pageHistory: () => JSON.stringify(parent.history.state),
    pageStorage: () => JSON.stringify(parent.sessionStorage),
    localStorage: () => JSON.stringify(localStorage),
    sessionStorage: () => JSON.stringify(sessionStorage),
    cookie: () => document.cookie,
    frameElement: () => String(frameElement),
    leave: () => { top.location = 'https://evil.example/' },
  }
  const got = Object.fromEntries(Object.entries(tries).map(([name, attempt]) => {
    try { return [name, attempt()] } catch (error) { return [name, error.name] }
  }))
  window[document.currentScript.dataset.callback]({
    setConfig(config) { this.config = config; config.onReady() },
    run() {
      const button = document.createElement('button')
      button.textContent = 'I am human'
      button.onclick = async () => {
        got.call = await fetch('/connect/providers').then(() => 'sent', (error) => error.name)
        this.config.onCompleted({ token: JSON.stringify(got) })
      }
      document.querySelector(this.config.selector).append(button)
    },
  })
`

test('the script of a captcha reaches neither the page, its address, its fields nor its storage', async ({
  demo,
  browser,
  persona,
}) => {
  const url = await makeLink(demo, ['LinkedIn'], { 'Return address': '' })
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  const visitor = await Visitor.of(browser)
  const { page } = visitor
  // The demo's own captcha is not a third party's.
  await page.route('**/connect/links/*/session', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), captcha: 'arkose' } })
  })
  const loadedBy: string[] = []
  await page.route('https://client-api.arkoselabs.com/**', (route) => {
    loadedBy.push(new URL(route.request().frame().url()).pathname)
    return route.fulfill({ contentType: 'text/javascript', body: snooping })
  })
  const answered = page.waitForRequest('**/solve')
  await visitor.openLink(url)
  await visitor.signIn(persona('captcha'))
  await page.frameLocator('iframe').getByRole('button', { name: 'I am human' }).click()
  const { answer } = (await answered).postDataJSON()
  expect(answer).not.toContain(token)
  expect(JSON.parse(answer)).toEqual({
    address: `${DEMO_URL}/connect/captcha/arkose`,
    fragment: '',
    pageAddress: 'SecurityError',
    topAddress: 'SecurityError',
    pageDocument: 'SecurityError',
    pageFields: 'SecurityError',
    pageHistory: 'SecurityError',
    pageStorage: 'SecurityError',
    localStorage: 'SecurityError',
    sessionStorage: 'SecurityError',
    cookie: 'SecurityError',
    frameElement: 'null',
    leave: 'SecurityError',
    call: 'TypeError',
  })
  expect(loadedBy).toEqual(['/connect/captcha/arkose'])
  await expect(page).toHaveURL(`${DEMO_URL}/connect/links/return`)
})

test('a link that ends while its form is open says so, and leads back', async ({
  demo,
  browser,
  persona,
}) => {
  const url = await makeLink(demo, ['LinkedIn'], { 'Return address': landing, State: 's' })
  const first = await Visitor.of(browser)
  await first.openLink(url)
  // Two more tabs of the same browser.
  const [second, third] = [await Visitor.in(first.page.context()), await Visitor.in(first.page.context())]
  for (const visitor of [second, third]) await visitor.page.goto(url)
  for (const visitor of [first, second, third]) {
    await expect(visitor.flow.getByLabel('Email or phone')).toBeVisible()
  }
  await first.signIn(persona('plain'))
  await first.page.waitForURL(`${landing}?**`)

  const requests: string[] = []
  second.page.on('response', (response) => requests.push(`${response.status()} ${response.url()}`))
  await second.signIn(persona('plain'))
  await expect(second.flow.getByRole('heading', { name: 'This link has already been used' })).toBeFocused()
  await expect(second.flow.getByRole('button')).toHaveCount(0)
  await expect(second.flow.getByRole('link', { name: 'Contact Tidewater support' })).toBeVisible()
  expect(requests.filter((line) => line.startsWith('410'))).toHaveLength(1)
  await second.expectNoFault()
  await second.flow.getByRole('link', { name: 'Go back to Tidewater' }).click()
  await second.page.waitForURL(`${landing}?**`)
  expect(queryOf(second.page)).toEqual({
    error_type: 'link_used',
    error_title: 'This link has already been used',
    state: 's',
  })

  // The link's time is at least a minute, so the server's answer after it is given here.
  await third.page.route('**/connect/intents', (route) =>
    route.fulfill({
      status: 410,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:x',
        title: 'The link has expired',
        status: 410,
        code: 'link_expired',
      }),
    }),
  )
  await third.signIn(persona('plain'))
  await expect(third.flow.getByRole('heading', { name: 'This link has expired' })).toBeVisible()
  await third.expectNoFault()

  // A dead link's own page names the product and its support, and has an icon.
  const missing: string[] = []
  third.page.on('response', (response) => {
    if (response.status() === 404) missing.push(response.url())
  })
  await third.page.goto(url)
  await expect(third.page).toHaveTitle('This link has already been used · Tidewater')
  await expect(third.page.getByRole('link', { name: 'Contact Tidewater support' })).toBeVisible()
  await third.expectNoFault()
  expect(missing).toEqual([])
})

test('the dashboard shows how a link ended', async ({ demo, persona, phone }) => {
  const url = await makeLink(demo, ['LinkedIn'], { State: 'mine' })
  await demo.page.goto(url)
  await demo.page.getByRole('button', { name: 'Continue' }).click()
  const visitor = new ConnectPage(demo.page)
  const main = demo.page.getByRole('main')
  await main.getByLabel('Email or phone').fill(persona('otp'))
  await main.getByLabel('Password', { exact: true }).fill('right')
  await main.getByRole('button', { name: 'Sign in' }).click()
  await main.getByLabel('Code', { exact: true }).fill(await phone.code(persona('otp')))
  await expect(
    demo.page.getByRole('status').filter({ hasText: 'A hosted link connected linkedin' }),
  ).toBeVisible()
  await expect(demo.page).toHaveURL(`${DEMO_URL}/`)
  await expect(visitor.accounts).toHaveCount(1)
  await expect(demo.page.getByRole('region', { name: 'Webhook deliveries' })).toContainText('account.add')
})

test("Unipile's wizard links by webhook and returns to the link's address", async ({
  demo,
  browser,
  persona,
}) => {
  const url = await makeLink(demo, ['LinkedIn'], {
    'Return address': landing,
    State: 's',
    'Hosted by': 'Unipile’s wizard',
  })
  const { page } = await Visitor.of(browser)
  await page.goto(url)
  await expect(page.getByText('Continue only if')).toBeVisible()
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.getByLabel('Sign-in name').fill(persona('plain'))
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.waitForURL(`${landing}?**`)
  expect(queryOf(page)).toMatchObject({ provider: 'linkedin', account_id: expect.any(String), state: 's' })
})

test('renames an account, once by a double click', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('plain'))
  await demo.sees('LinkedIn is connected')
  await demo.finish()
  let renames = 0
  demo.page.on('request', (request) => {
    if (request.method() === 'PATCH') renames += 1
  })
  await demo.accounts.getByRole('button', { name: /^Rename/ }).dblclick()
  await demo.accounts.getByRole('textbox').fill('Work')
  await demo.accounts.getByRole('button', { name: 'Save' }).dblclick()
  await expect(demo.accounts).toContainText('Work')
  expect(renames).toBe(1)
  await demo.page.reload()
  await expect(demo.accounts).toContainText('Work')
})
