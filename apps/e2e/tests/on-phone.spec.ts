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
