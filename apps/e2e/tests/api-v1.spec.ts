import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxPhone, signInName } from '@connect-account/sandbox/testing'
import { ConnectPage } from '../support/connect-page.ts'
import { OWN_PORT, type OwnStack, startStack } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

// A demo under API v1, which has OAuth clients of its own.
const PORT = OWN_PORT + 10
const folder = mkdtempSync(join(tmpdir(), 'connect-account-v1-'))
let stack: OwnStack | undefined

// All in one worker, with one demo.
test.describe.configure({ mode: 'default' })

test.beforeAll(async () => {
  // It creates a database, which takes long on a busy machine.
  test.setTimeout(120_000)
  stack = await startStack(folder, PORT, { settings: { UNIPILE_API_VERSION: 'v1' } })
})
test.afterAll(async () => {
  await stack?.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('Gmail is connected, and connected again, by the own client of a host under API v1', async ({
  page,
}) => {
  if (!stack) throw new Error('The demo did not start.')
  const demo = new ConnectPage(page)
  const accounts = page.getByRole('list', { name: 'Connected accounts' })
  const anna = signInName('plain', 'anna')
  await demo.open('anna', stack.url)
  await demo.connect('Gmail')
  await demo.openConsent('Gmail')
  await demo.consent(anna, 'Allow')
  await demo.sees('Gmail is connected')
  expect(page.url()).not.toContain('code=')
  await demo.finish()
  await expect(accounts.getByRole('listitem')).toHaveCount(1)

  const phone = sandboxPhone(stack.sandboxUrl)
  const { id } = await phone.account(anna)
  await phone.setStatus(id, 'disconnected')
  await accounts.getByRole('button', { name: /Reconnect/ }).click()
  await demo.flow.getByText('Continue with Gmail').click()
  await demo.consent(anna, 'Allow')
  await demo.sees('Gmail is reconnected')
})

for (const [language, instead, submit, heading] of [
  ['en', 'Link with phone number instead', 'Sign in', 'Enter this code on your phone'],
  ['ar', 'الربط برقم الهاتف بدلاً من ذلك', 'تسجيل الدخول', 'يُرجى إدخال هذا الرمز على هاتفك'],
] as const) {
  test(`WhatsApp is linked by a pairing code instead of a QR code, in ${language}`, async ({ page }) => {
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
