import { devices } from '@playwright/test'
import { ConnectPage } from '../support/connect-page.ts'
import { expect, test } from '../support/test.ts'

test('the user continues on the phone, and the desktop follows to the end', async ({
  demo,
  phone,
  persona,
  browser,
}) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  await demo.flow.getByRole('button', { name: 'Continue on your phone' }).click()
  await expect(demo.flow.getByText('Sign in with the same account').first()).toBeVisible()
  // The QR code contains the link in the field.
  const link = await demo.readQr()
  await expect(demo.flow.getByLabel('Link', { exact: true })).toHaveValue(link)
  expect(link).not.toContain(anna)

  // The same user is signed in on the phone.
  const { cookies } = await demo.page.context().storageState()
  const context = await browser.newContext(devices['Pixel 7'])
  await context.addCookies(cookies)
  const mobile = new ConnectPage(await context.newPage())
  await mobile.page.goto(link)
  await mobile.sees('Enter your verification code')
  await expect(mobile.flow.getByRole('button', { name: 'Continue on your phone' })).toHaveCount(0)
  expect(new URL(mobile.page.url()).search).toBe('')
  await mobile.enterCode(await phone.code(anna))
  await mobile.sees('LinkedIn is connected')
  await demo.sees('LinkedIn is connected')
  await context.close()
})

test('the link gives another user no access', async ({ demo, persona, browser }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('otp'))
  await demo.sees('Enter your verification code')
  await demo.flow.getByRole('button', { name: 'Continue on your phone' }).click()
  const link = await demo.flow.getByLabel('Link', { exact: true }).inputValue()

  const context = await browser.newContext(devices['Pixel 7'])
  const other = new ConnectPage(await context.newPage())
  await other.open(`other${Date.now().toString(36)}`)
  await other.page.goto(link)
  await expect(other.flow).toContainText('Someone else started this sign-in')
  await expect(other.codeField).toHaveCount(0)
  await other.flow.getByRole('button', { name: 'Start again' }).click()
  await other.sees('Connect an account')
  await context.close()

  // Another user of the same browser does not see this flow, and this user finds it again.
  await demo.page.keyboard.press('Escape')
  await expect(demo.flow).toBeHidden()
  const switchTo = async (user: string) => {
    const loaded = demo.page.waitForEvent('load')
    await demo.page.getByRole('combobox', { name: 'Signed in as' }).selectOption(user)
    await loaded
    await expect(demo.page.getByRole('combobox', { name: 'Signed in as' })).toHaveValue(user)
  }
  const own = await demo.page.getByRole('combobox', { name: 'Signed in as' }).inputValue()
  await switchTo('ben')
  await expect(demo.page.getByRole('button', { name: 'Connect an account' })).toBeVisible()
  await expect(demo.flow).toBeHidden()
  await demo.open(own)
  await demo.sees('Enter your verification code')
})
