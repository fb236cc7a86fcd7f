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
