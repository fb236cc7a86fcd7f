import { expect, test } from '../support/test.ts'

for (const [steps, channel] of [
  ['2fa-sms', 'text message'],
  ['2fa-whatsapp', 'WhatsApp'],
] as const) {
  test(`accepts a second factor: ${steps}`, async ({ demo, phone, persona }) => {
    const anna = persona(steps)
    await demo.connect('LinkedIn')
    await demo.signIn(anna)
    await expect(demo.flow).toContainText(channel)
    await demo.enterCode(await phone.code(anna))
    await demo.sees('LinkedIn is connected')
  })
}

test('asks for a phone number, and sends the code there', async ({ demo, phone, persona }) => {
  const anna = persona('phone+otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Verify your phone number')
  await demo.flow.getByRole('textbox', { name: 'Phone number' }).fill('+33 6 1')
  await demo.continue()
  await expect(demo.flow.locator('[aria-invalid="true"]')).toBeVisible()
  await demo.flow.getByRole('textbox', { name: 'Phone number' }).fill('+33 6 12 34 56 78')
  await demo.continue()
  await demo.sees('Enter your verification code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
})

test('lets the user choose a contract', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('contract'))
  await demo.sees('Choose a contract')
  await demo.flow.getByRole('radio').first().check()
  await demo.continue()
  await demo.sees('LinkedIn is connected')
})

test('lets the user choose how to verify', async ({ demo, phone, persona }) => {
  const anna = persona('challenge')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Confirm it’s you')
  await demo.flow.getByRole('radio').first().check()
  await demo.continue()
  await demo.sees('Enter your verification code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
})

test('tries another way', async ({ demo, phone, persona }) => {
  const anna = persona('in-app')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.flow.getByRole('button', { name: 'Try another way' }).click()
  await demo.sees('Confirm it’s you')
  await demo.flow.getByRole('radio').first().check()
  await demo.continue()
  await demo.sees('Enter your verification code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
})

test('waits while the provider is still working', async ({ demo, persona }) => {
  await demo.connect('LinkedIn')
  await demo.signIn(persona('loading'))
  await demo.sees('LinkedIn is connected')
})

for (const steps of [
  'captcha+phone+otp+contract',
  'loading+in-app+2fa-app+challenge',
  'otp+2fa-sms+contract+otp-or-in-app',
]) {
  test(`passes a chain of four: ${steps}`, async ({ demo, phone, persona }) => {
    const anna = persona(steps)
    await demo.connect('LinkedIn')
    await demo.signIn(anna)
    await demo.passAll(steps, phone, anna)
    await demo.sees('LinkedIn is connected')
  })
}

test.describe('with an upstream error', () => {
  test.use({ hasFaults: true })

  for (const fault of ['slow', 'rate-limited', 'timeout', 'garbage', 'reset']) {
    test(`recovers from an error at the start: ${fault}`, async ({ demo, persona }) => {
      const anna = persona(fault)
      await demo.connect('LinkedIn')
      await demo.signIn(anna)
      if (fault !== 'slow') {
        await expect(demo.flow.getByRole('alert')).toContainText('again', { timeout: 30_000 })
        await expect(demo.flow.getByLabel('Email or phone')).toHaveValue(anna)
        await demo.signIn(anna)
      }
      await demo.sees('LinkedIn is connected')
    })
  }
})

test('recovers from an error in the middle, and keeps the checkpoint', async ({ demo, phone, persona }) => {
  const anna = persona('otp+outage')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.enterCode(await phone.code(anna))
  await expect(demo.flow.getByRole('alert')).toContainText('again')
  await demo.continue()
  await demo.sees('LinkedIn is connected')
})
