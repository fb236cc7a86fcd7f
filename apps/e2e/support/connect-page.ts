import type { SandboxPhone } from '@connect-account/sandbox/testing'
import { expect, type Locator, type Page } from '@playwright/test'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'

/** The demo from its user's view. Each method is something that a person does or reads. */
export class ConnectPage {
  readonly page: Page
  readonly flow: Locator
  readonly accounts: Locator

  constructor(page: Page) {
    this.page = page
    this.flow = page.getByRole('dialog')
    this.accounts = page.getByRole('list', { name: 'Connected accounts' }).getByRole('listitem')
  }

  /** Opens the demo as a user of the host product. */
  async open(user: string, origin = '') {
    await this.page.request.post(`${origin}/api/sign-in`, { data: { user } })
    await this.page.goto(`${origin}/`)
  }

  async connect(provider: string) {
    await this.page.getByRole('button', { name: 'Connect an account' }).click()
    await this.flow.getByRole('button', { name: new RegExp(`^${provider}`) }).click()
  }

  /** The intent that the tab would resume after a reload. */
  async rememberedIntent(): Promise<string> {
    const id = await this.page.evaluate(
      () => Object.entries(sessionStorage).find(([key]) => key.startsWith('connect-account:intent:'))?.[1],
    )
    if (typeof id !== 'string') throw new Error('The tab remembers no intent.')
    return id
  }

  /**
   * An intent as the server has it, without the page. `undefined`: it has none.
   * @param id Default: the intent that the tab remembers.
   */
  async readIntent(
    id?: string,
  ): Promise<{ step: { type: string; qrcode?: string; round?: number } } | undefined> {
    const session = await this.page.request.post('/api/connect-session')
    const { token } = await session.json()
    const reference = encodeURIComponent(id ?? (await this.rememberedIntent()))
    const answer = await this.page.request.get(`/connect/intents/${reference}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.ok() ? answer.json() : undefined
  }

  /** Goes to the provider's consent page, in this tab. */
  async openConsent(provider: string) {
    await this.sees(`Connect ${provider}`)
    await this.flow.getByText(`Continue with ${provider}`).click()
  }

  /** Signs in on the provider's pages, and allows or denies access. */
  async consent(as: string, answer: 'Allow' | 'Deny', page = this.page) {
    await page.getByLabel('Sign-in name').fill(as)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('button', { name: answer, exact: true }).click()
  }

  /** Passes the checkpoints of a persona's steps one by one: `captcha+phone+otp`. */
  async passAll(steps: string, phone: SandboxPhone, persona: string) {
    let messages = 0
    for (const step of steps.split('+')) {
      switch (step) {
        case 'captcha':
          await this.flow.getByRole('checkbox').click()
          break
        case 'phone':
          await this.flow.getByRole('textbox', { name: 'Phone number' }).fill('+33612345678')
          await this.continue()
          break
        case 'contract':
          await this.sees('Choose a contract')
          await this.flow.getByRole('radio').first().check()
          await this.continue()
          break
        case 'challenge':
          await this.sees('Confirm it’s you')
          await this.flow.getByRole('radio').first().check()
          await this.continue()
          await this.enterNextCode(await phone.code(persona, ++messages))
          break
        case 'in-app':
          await phone.approve(persona)
          break
        case '2fa-app':
          await this.enterNextCode(await phone.totp(persona))
          break
        case 'loading':
          break
        default:
          await this.enterNextCode(await phone.code(persona, ++messages))
      }
    }
  }

  /** Waits for the empty field of the next code first, because two code checkpoints may follow each other. */
  async enterNextCode(code: string) {
    await expect(this.codeField).toHaveValue('')
    await this.enterCode(code)
  }

  async continue() {
    await this.flow.getByRole('button', { name: 'Continue', exact: true }).click()
  }

  async signIn(username: string, password = 'right') {
    await this.flow.getByLabel('Email or phone').fill(username)
    await this.flow.getByLabel('Password', { exact: true }).fill(password)
    await this.flow.getByRole('button', { name: 'Sign in' }).click()
  }

  async enterCode(code: string) {
    await this.codeField.fill(code)
  }

  get codeField(): Locator {
    return this.flow.getByLabel('Code', { exact: true })
  }

  async sees(heading: string | RegExp) {
    await expect(this.flow.getByRole('heading', { name: heading })).toBeVisible()
  }

  /** Decodes the QR code from a screenshot, like a phone's camera. */
  async readQr(): Promise<string> {
    const code = this.flow.locator('[data-ca="qr-code"]')
    await expect(code).toBeVisible()
    let text: string | undefined
    await expect(async () => {
      const { data, width, height } = PNG.sync.read(await code.screenshot())
      text = jsqr.default(new Uint8ClampedArray(data), width, height)?.data
      expect(text).toBeTruthy()
    }).toPass()
    return text ?? ''
  }

  /** Waits for a code other than `before`. */
  async nextQr(before: string): Promise<string> {
    let next = before
    await expect(async () => {
      next = await this.readQr()
      expect(next).not.toBe(before)
    }).toPass()
    return next
  }

  async finish() {
    await this.flow
      .getByRole('button', { name: /^(Done|Close)$/ })
      .first()
      .click()
    await expect(this.flow).toBeHidden()
  }
}
