import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxPhone, signInName } from '@connect-account/sandbox/testing'
import { ConnectPage } from '../support/connect-page.ts'
import { OWN_PORT, type OwnStack, startStack } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

// A demo of its own: its sign-ins end after some seconds, and it loses its webhooks.
const PORT = OWN_PORT + 8
const folder = mkdtempSync(join(tmpdir(), 'connect-account-late-'))
let stack: OwnStack | undefined

test.beforeAll(async () => {
  // It creates a database, which takes long on a busy machine.
  test.setTimeout(120_000)
  stack = await startStack(folder, PORT, { settings: { INTENT_SECONDS: '8' } })
})
test.afterAll(async () => {
  await stack?.kill()
  rmSync(folder, { recursive: true, force: true })
})

test('a consent that comes too late, or whose webhook is lost, ends as what is true', async ({ page }) => {
  if (!stack) throw new Error('The demo did not start.')
  const demo = new ConnectPage(page)
  const accounts = demo.page.getByRole('list', { name: 'Connected accounts' })
  await demo.open('anna', stack.url)

  // Another tab sees that the time is over, while the consent page is still open.
  const started = page.waitForResponse((response) => /\/connect\/intents$/.test(response.url()))
  await demo.connect('Gmail')
  const { id } = await (await started).json()
  await demo.openConsent('Gmail')
  await page.getByLabel('Sign-in name').fill(signInName('plain', 'late'))
  const other = new ConnectPage(await page.context().newPage())
  await other.page.goto(`${stack.url}/?connect_intent=${id}`)
  await expect(other.flow.getByRole('heading', { name: 'This took too long' })).toBeVisible({
    timeout: 15_000,
  })
  await other.page.close()
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: 'Allow', exact: true }).click()
  await demo.sees('Gmail is connected')
  await demo.finish()
  await expect(accounts.getByRole('listitem')).toHaveCount(1)

  await sandboxPhone(stack.sandboxUrl).setDelivery('lost')
  await demo.connect('Outlook')
  await demo.openConsent('Outlook')
  await demo.consent(signInName('plain', 'lost'), 'Allow')
  await demo.sees('Outlook is connected')
  await demo.finish()
  await expect(accounts.getByRole('listitem')).toHaveCount(2)

  // Again, as the same person: it is theirs.
  await demo.connect('Outlook')
  await demo.openConsent('Outlook')
  await demo.consent(signInName('plain', 'lost'), 'Allow')
  await demo.sees('That didn’t work')
  await expect(demo.flow).toContainText('This account is already connected')
})
