import { expect, test } from '../support/test.ts'

// The demo sets Cross-Origin-Opener-Policy: same-origin, so each popup loses its opener when it shows the
// provider's page.

test('links in a popup, which then closes', async ({ demo, persona }) => {
  await demo.page.goto('/?consent=popup')
  await demo.connect('Gmail')
  const [popup] = await Promise.all([demo.page.waitForEvent('popup'), demo.openConsent('Gmail')])
  await expect(demo.flow).toContainText('other window')
  const closed = popup.waitForEvent('close')
  await demo.consent(persona('plain'), 'Allow', popup)
  await demo.sees('Gmail is connected')
  await closed
})

test('reopens the popup after it was closed early', async ({ demo, persona }) => {
  await demo.page.goto('/?consent=popup')
  await demo.connect('Gmail')
  const [first] = await Promise.all([demo.page.waitForEvent('popup'), demo.openConsent('Gmail')])
  await first.close()
  await demo.sees('Connect Gmail')
  const [second] = await Promise.all([
    demo.page.waitForEvent('popup'),
    demo.flow.getByRole('button', { name: 'Reopen the window' }).click(),
  ])
  await demo.consent(persona('plain'), 'Allow', second)
  await demo.sees('Gmail is connected')
})

test('falls back to this tab if the popup is blocked', async ({ demo, persona }) => {
  await demo.page.addInitScript(() => {
    window.open = () => null
  })
  await demo.page.goto('/?consent=popup')
  await demo.connect('Outlook')
  await demo.openConsent('Outlook')
  await demo.consent(persona('plain'), 'Allow')
  await demo.sees('Outlook is connected')
})

test('a replayed callback changes nothing', async ({ demo, persona }) => {
  await demo.connect('Gmail')
  await demo.openConsent('Gmail')
  const callback = demo.page.waitForRequest(/connect\/oauth\/callback/)
  await demo.consent(persona('plain'), 'Allow')
  await demo.sees('Gmail is connected')
  await demo.finish()
  const replayed = await demo.page.request.get((await callback).url(), { maxRedirects: 0 })
  expect(replayed.status()).toBe(400)
  await demo.page.reload()
  await expect(demo.accounts).toHaveCount(1)
})
