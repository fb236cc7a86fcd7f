import type { SandboxPhone } from '@connect-account/sandbox/testing'
import { expect, type Locator, type Page } from '@playwright/test'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'

/** The demo as its user sees it; every method is something that a person does or reads. */
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

  /** Leaves for the provider's consent page, in this tab. */
  async openConsent(provider: string) {
    await this.sees(`Go to ${provider}`)
    await this.flow.getByText(`Continue at ${provider}`).click()
  }

  /** Signs in at the provider's pages and answers there. */
  async consent(as: string, answer: 'Allow' | 'Deny', page = this.page) {
    await page.getByLabel('Sign-in name').fill(as)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('button', { name: answer, exact: true }).click()
  }

  /** Passes the checkpoints that a persona's steps raise, one after the other: `captcha+phone+otp`. */
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
          await this.sees('Confirm it is you')
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

  /** Codes may follow each other: the next one's field is empty. */
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

  /** Reads the QR code from the screen, as a phone's camera does. */
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

  /** Waits until another code than `before` is on show. */
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
