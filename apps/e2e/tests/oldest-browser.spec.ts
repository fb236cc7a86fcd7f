import { emulateOldestBrowser } from '../support/oldest-browser.ts'
import { expect, test } from '../support/test.ts'

// Removes the APIs that the oldest supported browsers lack.
test.beforeEach(async ({ demo }) => {
  await emulateOldestBrowser(demo.page)
  await demo.page.reload()
  const isThere = await demo.page.evaluate(() => [
    'any' in AbortSignal,
    'withResolvers' in Promise,
    'requestIdleCallback' in window,
    'CloseWatcher' in window,
    'showPopover' in HTMLElement.prototype,
  ])
  expect(isThere).toEqual([false, false, false, false, false])
})

test('links by code in the oldest browsers, and updates the list', async ({ demo, phone, persona }) => {
  const anna = persona('phone+otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.passAll('phone+otp', phone, anna)
  await demo.sees('LinkedIn is connected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
})

test('links by QR code in the oldest browsers', async ({ demo, phone, persona }) => {
  await demo.connect('WhatsApp')
  await phone.scan(await demo.readQr(), persona('plain'))
  await demo.sees('WhatsApp is connected')
})

test('links by a consent popup in the oldest browsers', async ({ demo, persona }) => {
  await demo.page.goto('/?consent=popup')
  await demo.connect('Gmail')
  const [popup] = await Promise.all([demo.page.waitForEvent('popup'), demo.openConsent('Gmail')])
  await demo.consent(persona('plain'), 'Allow', popup)
  await demo.sees('Gmail is connected')
})
