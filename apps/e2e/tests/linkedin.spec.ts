import { expect, test } from '../support/test.ts'

test('links with a code that reached the phone', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter the code')
  await expect(demo.codeField).toBeFocused()
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
  await expect(demo.accounts).toContainText('Connected')
  await demo.page.reload()
  await expect(demo.accounts).toHaveCount(1)
})

test('links at once where nothing is asked', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('plain'))
  await demo.sees('LinkedIn is connected')
})

test('links with the code of an authenticator app', async ({ demo, phone, persona }) => {
  const anna = persona('2fa-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter the code')
  await expect(demo.flow).toContainText('authenticator app')
  await expect(demo.flow.getByRole('button', { name: /Send again/ })).toBeHidden()
  await demo.enterCode(await phone.totp(anna))
  await demo.sees('LinkedIn is connected')
})

test('links after a captcha and a code', async ({ demo, phone, persona }) => {
  const anna = persona('captcha+otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Are you human?')
  await demo.flow.getByRole('checkbox').click()
  await demo.sees('Enter the code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
})

test('links after an approval on the phone', async ({ demo, phone, persona }) => {
  const anna = persona('in-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Check your phone')
  await phone.approve(anna)
  await demo.sees('LinkedIn is connected')
})

test('says so when the approval is declined, and starts again', async ({ demo, phone, persona }) => {
  const anna = persona('in-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Check your phone')
  await phone.decline(anna)
  await demo.sees('That did not work')
  await expect(demo.flow).toContainText('declined')
  await demo.flow.getByRole('button', { name: 'Try again' }).click()
  await demo.sees('Sign in to LinkedIn')
})

test('passes an approval with the code instead', async ({ demo, phone, persona }) => {
  const anna = persona('otp-or-in-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter the code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
})

test('tells an account that is linked elsewhere, and reveals nothing', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('duplicate'))
  await demo.sees('Already connected')
  await expect(demo.flow).toContainText('in use elsewhere')
  await expect(demo.flow).not.toContainText('acc_')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(0)
})

test("tells an account that is the user's own already", async ({ demo, persona }) => {
  const anna = persona('plain')
  for (const heading of ['LinkedIn is connected', 'Already connected']) {
    await demo.connect('LinkedIn')
    await demo.signIn(anna)
    await demo.sees(heading)
    if (heading === 'LinkedIn is connected') await demo.finish()
  }
  await expect(demo.flow).toContainText('yours already')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
})

test('tells a restricted account, with the id to quote', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('restricted'))
  await demo.sees('This account cannot be connected')
  await expect(demo.flow).toContainText('restricted')
  await expect(demo.flow.getByRole('link', { name: 'Write to Tidewater support' })).toBeVisible()
})

test('keeps the form after a wrong password', async ({ demo, persona }) => {
  const anna = persona('plain')
  await demo.connect('LinkedIn')
  await demo.signIn(anna, 'wrong')
  await expect(demo.flow.getByRole('alert')).toContainText('not right')
  await expect(demo.flow.getByLabel('Email or phone')).toHaveValue(anna)
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees('LinkedIn is connected')
})

test('takes the right code after a wrong one', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  const code = await phone.code(anna)
  await demo.enterCode(code === '000000' ? '111111' : '000000')
  await expect(demo.flow.getByRole('alert')).toContainText('That code is not right')
  await expect(demo.codeField).toBeFocused()
  await demo.enterCode(code)
  await demo.continue()
  await demo.sees('LinkedIn is connected')
})

test('goes on from an outage without losing the form', async ({ demo, persona }) => {
  const anna = persona('outage')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await expect(demo.flow.getByRole('alert')).toContainText('again')
  await expect(demo.flow.getByLabel('Email or phone')).toHaveValue(anna)
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees('LinkedIn is connected')
})

test('shows a way out of a checkpoint that it does not know', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('novel'))
  await demo.sees('We cannot show this step')
  await demo.flow.getByRole('button', { name: 'Start again' }).click()
  await demo.sees('Connect an account')
})

test('cancels in the middle', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('otp'))
  await demo.sees('Enter the code')
  await demo.flow.getByRole('button', { name: 'Cancel' }).click()
  await expect(demo.flow).toBeHidden()
  await expect(demo.page.getByRole('button', { name: 'Connect an account' })).toBeFocused()
  await demo.page.reload()
  await expect(demo.flow).toBeHidden()
})
