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
    await this.flow.getByRole('button', { name: provider }).click()
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
