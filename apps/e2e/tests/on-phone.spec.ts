import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxPhone, signInName } from '@connect-account/sandbox/testing'
import { ConnectPage } from '../support/connect-page.ts'
import { OWN_PORT, type OwnStack, startStack } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

test('shows the number that the phone asks for', async ({ demo, phone, persona }) => {
  const anna = persona('number')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Check your phone')
  await expect(demo.flow.getByText('Tap this number on your phone')).toBeVisible()
  await phone.approve(anna, (await demo.flow.locator('[data-ca="code-cell"]').textContent()) ?? '')
  await demo.sees('LinkedIn is connected')
})

test('explains a passkey that WhatsApp asks for on the phone', async ({ demo, phone, persona }) => {
  await demo.connect('WhatsApp')
  await phone.scan(await demo.readQr(), persona('passkey'))
  await demo.flow.getByRole('button', { name: 'My phone says: Continue on your other device' }).click()
  const help = demo.flow.locator('[data-ca="phone-link"]')
  await expect(help).toContainText('Only WhatsApp’s own apps can answer that')
  await expect(help).toContainText('Connect another WhatsApp account')
})

test.describe('a pairing code', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-account-pairing-'))
  let stack: OwnStack | undefined

  test.beforeAll(async () => {
    // It creates a database, which takes long on a busy machine.
    test.setTimeout(120_000)
    stack = await startStack(folder, OWN_PORT + 10, { settings: { UNIPILE_API_VERSION: 'v1' } })
  })
  test.afterAll(async () => {
    await stack?.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  for (const [language, instead, submit, heading] of [
    ['en', 'Link with phone number instead', 'Sign in', 'Enter this code on your phone'],
    ['ar', 'الربط برقم الهاتف بدلاً من ذلك', 'تسجيل الدخول', 'يُرجى إدخال هذا الرمز على هاتفك'],
  ] as const) {
    test(`links WhatsApp instead of a QR code, in ${language}`, async ({ page }) => {
      if (!stack) throw new Error('The demo did not start.')
      const demo = new ConnectPage(page)
      await demo.open(`anna-${language}`, stack.url)
      await page.goto(`${stack.url}/?language=${language}`)
      await page.getByRole('button', { name: 'Connect an account' }).click()
      await demo.flow.locator('button[data-provider="whatsapp"]').click()
      await demo.flow.getByRole('button', { name: instead }).click()
      await demo.flow.locator('input[type="tel"]').fill('+33 6 12 34 56 78')
      await demo.flow.getByRole('button', { name: submit, exact: true }).click()
      await expect(demo.flow.getByRole('heading', { name: heading })).toBeVisible()
      const code = demo.flow.locator('[data-ca="code-cell"]')
      expect(await code.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr')
      const shown = (await code.textContent()) ?? ''
      await sandboxPhone(stack.sandboxUrl).scan(shown, signInName('plain', language))
      await expect(demo.flow.locator('[data-step]')).toHaveAttribute('data-step', 'linked')
    })
  }
})
