import { expect, test } from '../support/test.ts'

test("a tab that slept through two codes shows the server's current code when it wakes up", async ({
  demo,
  phone,
}) => {
  await demo.connect('WhatsApp')
  const first = await demo.readQr()
  const intentId = await demo.rememberedIntent()

  const current = async () => (await demo.readIntent(intentId))?.step

  const browser = await demo.page.context().newCDPSession(demo.page)
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' })
  let code = first
  for (const round of [2, 3]) {
    await phone.expire(code)
    await expect(async () => expect((await current())?.round).toBe(round)).toPass()
    code = (await current())?.qrcode ?? ''
  }
  await browser.send('Page.setWebLifecycleState', { state: 'active' })

  await expect(async () => {
    const shown = await demo.readQr()
    expect(shown).not.toBe(first)
    expect(shown).toBe((await current())?.qrcode)
  }).toPass()
  await phone.scan(await demo.readQr(), `plain.slept${Date.now().toString(36)}`)
  await demo.sees('WhatsApp is connected')
})
