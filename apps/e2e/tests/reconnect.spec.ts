import { expect, test } from '../support/test.ts'

test('reconnects an account whose session ended, but only as the same person', async ({
  demo,
  phone,
  persona,
}) => {
  const anna = persona('plain')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('LinkedIn is connected')
  await demo.finish()

  await phone.setStatus((await phone.account(anna)).id, 'disconnected')
  await expect(async () => {
    await demo.page.reload()
    await expect(demo.accounts).toContainText('Sign-in needed', { timeout: 500 })
  }).toPass()

  await demo.page.getByRole('button', { name: /^Reconnect/ }).click()
  await demo.signIn(persona('plain').replace('plain.', 'plain.other-'))
  await demo.sees('That’s a different account')
  await demo.flow.getByRole('button', { name: 'Try again' }).click()
  await demo.signIn(anna)
  await demo.sees('LinkedIn is reconnected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
  await expect(demo.accounts).toContainText('Connected')
})
