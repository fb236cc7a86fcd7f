import { expect, test } from '../support/test.ts'

test('links with a code from the phone', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  await expect(demo.codeField).toBeFocused()
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
  await expect(demo.accounts).toContainText('Connected')
  await demo.page.reload()
  await expect(demo.accounts).toHaveCount(1)
})

test('links immediately without a checkpoint', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('plain'))
  await demo.sees('LinkedIn is connected')
})

test('links with the code of an authenticator app', async ({ demo, phone, persona }) => {
  const anna = persona('2fa-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  await expect(demo.flow).toContainText('authenticator app')
  await expect(demo.flow.getByRole('button', { name: /Resend/ })).toBeHidden()
  await demo.enterCode(await phone.totp(anna))
  await demo.sees('LinkedIn is connected')
})

test('links after a captcha and a code', async ({ demo, phone, persona }) => {
  const anna = persona('captcha+otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Quick security check')
  await demo.flow.getByRole('checkbox').click()
  await demo.sees('Enter your verification code')
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

test('says that the approval was declined, and starts again', async ({ demo, phone, persona }) => {
  const anna = persona('in-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Check your phone')
  await phone.decline(anna)
  await demo.sees('That didn’t work')
  await expect(demo.flow).toContainText('declined')
  await demo.flow.getByRole('button', { name: 'Try again' }).click()
  await demo.sees('Sign in to LinkedIn')
})

test('accepts a code instead of an approval', async ({ demo, phone, persona }) => {
  const anna = persona('otp-or-in-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
})

test('reports an account that is linked elsewhere without revealing anything', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('duplicate'))
  await demo.sees('Already connected')
  await expect(demo.flow).toContainText('already connected elsewhere')
  await expect(demo.flow).not.toContainText('acc_')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(0)
})

test('reports an account that the user already linked', async ({ demo, persona }) => {
  const anna = persona('plain')
  for (const heading of ['LinkedIn is connected', 'Already connected']) {
    await demo.connect('LinkedIn')
    await demo.signIn(anna)
    await demo.sees(heading)
    if (heading === 'LinkedIn is connected') await demo.finish()
  }
  await expect(demo.flow).toContainText('You’re all set')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
})

test('reports a restricted account, with its ID', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('restricted'))
  await demo.sees('This account can’t be connected')
  await expect(demo.flow).toContainText('restricted')
  await expect(demo.flow.getByRole('link', { name: 'Contact Tidewater support' })).toBeVisible()
})

test('keeps the form after a wrong password', async ({ demo, persona }) => {
  const anna = persona('plain')
  await demo.connect('LinkedIn')
  await demo.signIn(anna, 'wrong')
  await expect(demo.flow.getByRole('alert')).toContainText('isn’t right')
  await expect(demo.flow.getByLabel('Email or phone')).toHaveValue(anna)
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees('LinkedIn is connected')
})

test('accepts the right code after a wrong one', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  const code = await phone.code(anna)
  await demo.enterCode(code === '000000' ? '111111' : '000000')
  await expect(demo.flow.getByRole('alert')).toContainText('That code isn’t right')
  await expect(demo.codeField).toBeFocused()
  await demo.enterCode(code)
  await demo.sees('LinkedIn is connected')
})

test('keeps the form during an outage', async ({ demo, persona }) => {
  const anna = persona('outage')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await expect(demo.flow.getByRole('alert')).toContainText('again')
  await expect(demo.flow.getByLabel('Email or phone')).toHaveValue(anna)
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await demo.sees('LinkedIn is connected')
})

test('offers ways out of an unknown checkpoint', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('novel'))
  await demo.sees('This step isn’t supported here')
  await demo.flow.getByRole('button', { name: 'Start again' }).click()
  await demo.sees('Connect an account')
})

test('cancels in the middle', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('otp'))
  await demo.sees('Enter your verification code')
  await demo.flow.getByRole('button', { name: 'Cancel' }).click()
  await expect(demo.flow).toBeHidden()
  await expect(demo.page.getByRole('button', { name: 'Connect an account' })).toBeFocused()
  await demo.page.reload()
  await expect(demo.flow).toBeHidden()
})
