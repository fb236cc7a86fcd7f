import type { Page } from '@playwright/test'
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

test.describe('the flow says which outage it is, and an outage ends by itself', () => {
  test.use({ losesNetwork: true })

  test('offline', async ({ demo }) => {
    await expect(demo.page.getByText('No accounts connected yet.')).toBeVisible()
    await demo.page.context().setOffline(true)
    await demo.connect('WhatsApp')
    await expect(demo.flow).toContainText('You’re offline.')
    await expect(demo.flow).not.toContainText(/session|reload/i)
    await demo.page.context().setOffline(false)
    await demo.sees('Scan with WhatsApp')
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
