import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sandboxPhone } from '@connect-account/sandbox/testing'
import type { Page } from '@playwright/test'
import { ConnectPage } from '../support/connect-page.ts'
import { OWN_PORT, startStack } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

const SESSION = '**/api/connect-session'

/** Responds like a proxy whose backend is down, `times` times. Returns how often it did so far. */
async function failSession(page: Page, times: number) {
  let failed = 0
  await page.route(
    SESSION,
    (route) => {
      failed++
      return route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' })
    },
    { times },
  )
  return () => failed
}

test.describe('an outage is told as it is, and ends by itself', () => {
  test.use({ losesNetwork: true })

  test('offline', async ({ demo }) => {
    await expect(demo.page.getByText('No accounts connected yet.')).toBeVisible()
    await demo.page.context().setOffline(true)
    await demo.page.getByRole('button', { name: 'Connect an account' }).click()
    await expect(demo.flow).toContainText('You’re offline.')
    await expect(demo.flow).not.toContainText(/session|reload/i)
    await demo.page.context().setOffline(false)
    await demo.sees('Connect an account')
  })

  test('a session endpoint that fails', async ({ demo }) => {
    const { page } = demo
    // Once: nobody notices.
    const once = await failSession(page, 1)
    await page.reload()
    await page.getByRole('button', { name: 'Connect an account' }).click()
    await demo.sees('Connect an account')
    await expect(page.getByText('No accounts connected yet.')).toBeVisible()
    expect(once()).toBe(1)

    // For as long as the list and the flow give up.
    let isDown = true
    await page.route(SESSION, (route) =>
      isDown ? route.fulfill({ status: 502, body: '' }) : route.continue(),
    )
    await page.reload()
    await page.getByRole('button', { name: 'Connect an account' }).click()
    await expect(demo.flow).toContainText('Our server isn’t working properly right now. We’ll continue')
    await expect(page.getByText('We can’t show your accounts right now. Our server isn’t')).toBeVisible()
    isDown = false
    await demo.sees('Connect an account')
    await expect(page.getByText('No accounts connected yet.')).toBeVisible()
  })
})

test('a server that is killed at a code and restarted', async ({ page }) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'connect-account-outage-'))
  let stack = await startStack(folder, OWN_PORT + 4)
  try {
    const demo = new ConnectPage(page)
    await demo.open('anna', stack.url)
    await demo.connect('LinkedIn')
    await demo.signIn('otp.outage@sandbox.test')
    await demo.sees('Enter your verification code')
    const code = await sandboxPhone(stack.sandboxUrl).code('otp.outage@sandbox.test')

    await stack.kill()
    await demo.enterCode(code)
    await expect(demo.flow.getByRole('alert')).toContainText('We can’t reach our server right now.')
    await expect(demo.flow.locator('[data-ca="offline"]')).toContainText(
      'We can’t reach our server right now.',
    )
    await expect(page.locator('[data-part="accounts"] [data-ca="offline"]')).toContainText('our server')
    await expect(page.getByText('You’re offline')).toHaveCount(0)

    stack = await startStack(folder, OWN_PORT + 4)
    await expect(demo.flow.getByRole('alert')).toHaveCount(0, { timeout: 35_000 })
    await expect(page.locator('[data-ca="offline"]')).toHaveCount(0)
    await expect(demo.codeField).toHaveValue(code)
    await demo.continue()
    await demo.sees('LinkedIn is connected')
  } finally {
    await stack.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
