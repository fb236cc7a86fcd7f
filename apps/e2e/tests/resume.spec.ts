import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxPhone } from '@connect-account/sandbox/testing'
import { ConnectPage } from '../support/connect-page.ts'
import { OWN_PORT, startStack } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

test('a reload in the middle of a code resumes there', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  const code = await phone.code(anna)
  await demo.page.reload()
  await demo.sees('Enter your verification code')
  await demo.enterCode(code)
  await demo.sees('LinkedIn is connected')
  expect((await phone.look(anna)).messages).toHaveLength(1)
})

test('a reload in the middle of a QR code resumes there', async ({ demo, phone }) => {
  await demo.connect('WhatsApp')
  const before = await demo.readQr()
  await demo.page.reload()
  await demo.sees('Scan with WhatsApp')
  expect(await demo.readQr()).toBe(before)
  await phone.scan(before, `plain.reload${Date.now().toString(36)}`)
  await demo.sees('WhatsApp is connected')
})

test('keeps no secret in the browser', async ({ demo, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna, 'correct horse battery')
  await demo.sees('Enter your verification code')
  const kept = await demo.page.evaluate(() =>
    JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]),
  )
  expect(kept).not.toContain('correct horse battery')
  expect(kept).not.toContain(anna)
})

test('another user cannot see the intent', async ({ demo, persona, browser }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('otp'))
  await demo.sees('Enter your verification code')
  const intentId = await demo.rememberedIntent()
  const kept = await demo.page.evaluate(() => ({ ...sessionStorage }))

  const context = await browser.newContext()
  const other = new ConnectPage(await context.newPage())
  await other.open(`other${Date.now().toString(36)}`)
  await other.page.evaluate((items) => {
    for (const [key, value] of Object.entries<string>(items)) sessionStorage.setItem(key, value)
  }, kept)
  await other.page.reload()
  await expect(other.page.getByText('No accounts connected yet.')).toBeVisible()
  await expect(other.flow).toBeHidden()
  await other.page.getByRole('button', { name: 'Connect an account' }).click()
  await other.sees('Connect an account')
  await other.page.goto(`/?connect_intent=${intentId}`)
  await expect(other.flow).toContainText('Someone else started this sign-in')
  await expect(other.codeField).toBeHidden()
  await context.close()
})

test('a scan links once after the server was killed, and a code stays at the next kill', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'connect-account-kill-'))
  const port = OWN_PORT
  let stack = await startStack(folder, port)
  try {
    const demo = new ConnectPage(page)
    await demo.open('anna', stack.url)
    await demo.connect('WhatsApp')
    const code = await demo.readQr()

    await stack.kill()
    await expect(demo.flow).toContainText('We can’t reach our server right now.')
    stack = await startStack(folder, port)

    await sandboxPhone(stack.sandboxUrl).scan(code, 'plain.survivor')
    // A restart that takes long is asked for every 15 seconds.
    await expect(demo.flow.getByRole('heading', { name: 'WhatsApp is connected' })).toBeVisible({
      timeout: 25_000,
    })
    await demo.finish()
    await expect(demo.accounts).toHaveCount(1)

    const codes = 'otp.survivor@sandbox.test'
    await demo.connect('LinkedIn')
    await demo.signIn(codes)
    await demo.sees('Enter your verification code')
    const otp = await sandboxPhone(stack.sandboxUrl).code(codes)
    await stack.kill()
    await demo.enterCode(otp)
    await expect(demo.flow.getByRole('alert')).toContainText('We can’t reach our server right now.')
    const outages = page.locator('[data-ca="offline"]')
    await expect(outages).toHaveText([/^We can’t reach our server/, /^We can’t reach our server/])

    // The restarted server has the same accounts, and nothing says any longer that it is down.
    stack = await startStack(folder, port)
    await expect(demo.flow.getByRole('alert')).toHaveCount(0, { timeout: 35_000 })
    await expect(outages).toHaveCount(0)
    await expect(demo.accounts).toHaveCount(1)
    await expect(demo.codeField).toHaveValue(otp)
    await demo.continue()
    await demo.sees('LinkedIn is connected')
    await demo.finish()
    await expect(demo.accounts).toHaveCount(2)
  } finally {
    await stack.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
