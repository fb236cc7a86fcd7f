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

  const other = persona('plain').replace('plain.', 'plain.other-')
  const name = demo.flow.getByLabel('Email or phone')
  await demo.page.getByRole('button', { name: /^Reconnect/ }).click()
  await demo.sees(/^Sign in again to LinkedIn as \S/)
  await expect(name).toHaveValue(anna)
  await demo.signIn(other)
  await demo.sees('That’s a different account')
  await expect(demo.flow.getByText(/^You signed in with another account\. Sign in as \S/)).toBeVisible()
  await demo.flow.getByRole('button', { name: 'Try again' }).click()
  await expect(name).toHaveValue(anna)
  await expect(demo.flow.getByLabel('Password', { exact: true })).toHaveValue('')
  await demo.signIn(anna)
  await demo.sees('LinkedIn is reconnected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
  await expect(demo.accounts).toContainText('Connected')
})
