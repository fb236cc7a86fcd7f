import type { SandboxPhone } from '@connect-account/sandbox/testing'
import type { Locator, Page } from '@playwright/test'
import type { Plan } from './plan.ts'
import type { FlowScreen, Screen } from './screen.ts'

/** What a user has at hand to get further. */
export interface Means {
  readonly plan: Plan
  /** Calls find nothing at once if there is nothing. */
  readonly phone: SandboxPhone
}

/** A phone number that every provider accepts. */
const NUMBER = '+33612345678'

/** Does what gets a user further at this screen. Returns what it did. */
export async function makeProgress(page: Page, screen: Screen, means: Means): Promise<string> {
  if (screen.place === 'navigating') return 'waits for the page'
  if (screen.place === 'unloaded') {
    if (screen.url === 'about:blank') {
      await page.goForward()
      return 'goes forward from the empty tab'
    }
    await page.reload()
    return 'reloads the page that did not load'
  }
  if (screen.place === 'provider') return passProviderPage(page, means)
  if (screen.place === 'link' && !screen.flow) {
    const retry = page.getByRole('button', { name: 'Try again' })
    if (await retry.isHidden()) return 'waits'
    await retry.click()
    return 'tries again'
  }
  if (!screen.flow) {
    await page.getByRole('button', { name: 'Connect an account' }).click()
    return 'opens the dialog'
  }
  return passStep(page, screen.flow, means)
}

async function passProviderPage(page: Page, { plan }: Means): Promise<string> {
  const name = page.getByLabel('Sign-in name')
  if (await name.isVisible()) {
    await name.fill(plan.persona)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    return 'signs in at the provider'
  }
  const allow = page.getByRole('button', { name: 'Allow', exact: true })
  if (await allow.isVisible()) {
    await allow.click()
    return 'allows access'
  }
  if (await page.getByText('This sign-in has ended').isHidden()) return 'waits'
  // A user who is told to go back to the app closes a window that the app has opened.
  if (await page.opener()) {
    await page.close()
    return 'closes the window of a sign-in that has ended'
  }
  // One step leads to the form that was sent in vain.
  await page.evaluate(() => history.go(-2))
  return 'goes back from a page of the provider that has ended'
}

/**
 * Whether the provider's page refuses this person each time. What a return says of it ends the attempt as
 * failed, because anyone can type a return.
 */
export function failsEachTime({ method, script }: Plan): boolean {
  return method === 'consent' && /duplicate|restricted|mismatch/.test(script)
}

/** The flow, in its dialog or on the page of a hosted link. */
export function flowOf(page: Page): Locator {
  return page.locator('[data-ca="root"][data-step]').last()
}

async function passStep(page: Page, flow: FlowScreen, means: Means): Promise<string> {
  const { plan, phone } = means
  const root = flowOf(page)
  const press = async (name: string | RegExp) => {
    await root.getByRole('button', { name }).first().click()
    return `presses ${name}`
  }
  const isOffered = (label: string) =>
    flow.ways.some((way) => way.label.startsWith(label) && way.isEnabled && !way.isPending)
  if (flow.ways.some(({ isPending }) => isPending)) return 'waits'
  // A screen whose code did not load, or that failed, has the step's type all the same.
  if (/^We (couldn’t load|can’t show) this step/.test(flow.heading)) return press('Try again')

  switch (flow.step) {
    case 'choosing_provider':
      return choose(root, plan.provider.id)
    case 'credentials':
      return signIn(root, flow, plan)
    case 'otp':
    case 'otp_or_in_app':
    case 'two_factor':
      return enterCode(root, flow, means)
    case 'in_app':
      await phone.approve(plan.persona)
      return 'approves on the phone'
    case 'phone':
      await root.getByLabel('Phone number').fill(NUMBER)
      return press('Continue')
    case 'captcha':
      if (isOffered('Try again')) return press('Try again')
      await root.getByRole('checkbox').click()
      return 'passes the captcha'
    case 'contract':
    case 'challenge':
      await root.getByRole('radio').first().check()
      return press('Continue')
    case 'qr':
      await phone.scan(await phone.qrCode(), plan.persona)
      return 'scans the QR code'
    case 'consent':
      return press(/^(Continue with|Reopen the window)/)
    case 'unsupported':
      return press('Start again')
    case 'unavailable':
      return press('Try again')
    case 'duplicate':
      return press(isOffered('Reconnect') ? 'Reconnect' : /^(Done|Close)/)
    case 'linked':
    case 'relinked':
    case 'restricted':
      return press(/^(Done|Close)/)
    case 'mismatch':
      return press('Close')
    case 'canceled':
    case 'expired':
    case 'failed':
      if (flow.step === 'failed' && failsEachTime(plan)) return press(/^(Done|Close)/)
      return press(/^(Try again|Start again|Show a new code)/)
    default:
      return 'waits'
  }
}

async function choose(root: Locator, id: string): Promise<string> {
  const button = root.locator(`button[data-provider="${id}"]`)
  if (await button.isVisible()) {
    await button.click()
    return `chooses ${id}`
  }
  const search = root.getByRole('searchbox')
  if ((await search.inputValue()) !== '') {
    await search.fill('')
    return 'clears the search'
  }
  await root
    .getByRole('radio', { name: 'All' })
    .or(root.getByRole('button', { name: 'All' }))
    .click()
  return 'shows all kinds'
}

async function signIn(root: Locator, flow: FlowScreen, plan: Plan): Promise<string> {
  const cookies = root.locator('textarea')
  if (plan.method === 'cookies' && !(await cookies.isVisible())) {
    await root.locator('[data-ca="method"]', { hasText: 'Browser cookie' }).click()
    return 'chooses the cookies'
  }
  if (await cookies.isVisible()) await cookies.fill(plan.persona)
  const values: Record<string, string> = {
    username: plan.persona,
    user: plan.persona,
    password: plan.password,
    imap_host: 'imap.sandbox.test',
    imap_port: '993',
    smtp_host: 'smtp.sandbox.test',
    smtp_port: '465',
  }
  for (const [name, value] of Object.entries(values)) {
    const field = root.locator(`input[name="${name}"]`)
    if (await field.isVisible()) await field.fill(value)
  }
  await root.locator('button[type="submit"]').click()
  return `signs in at “${flow.heading}”`
}

async function enterCode(root: Locator, flow: FlowScreen, { plan, phone }: Means): Promise<string> {
  const password = root.locator('input[type="password"]')
  if (await password.isVisible()) {
    await password.fill(plan.password)
    await root.locator('button[type="submit"]').click()
    return 'enters the two-step password'
  }
  const code = /authenticator/.test(flow.text)
    ? await phone.totp(plan.persona)
    : await phone.code(plan.persona)
  const field = root.locator('[data-ca="code-input"]')
  if ((await field.inputValue()) === code) {
    await root.locator('button[type="submit"]').click()
    return 'submits the right code again'
  }
  await field.fill(code)
  return 'enters the right code'
}
