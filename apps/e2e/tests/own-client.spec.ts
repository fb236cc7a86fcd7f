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
