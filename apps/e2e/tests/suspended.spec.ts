import { expect, test } from '../support/test.ts'

test("a tab that slept through two codes shows the server's current code when it wakes up", async ({
  demo,
  phone,
}) => {
  await demo.connect('WhatsApp')
  const first = await demo.readQr()
  const intentId = await demo.rememberedIntent()

  /** Reads the current step from the server, without the page. */
  async function current(): Promise<{ qrcode: string; round: number }> {
    const session = await demo.page.request.post('/api/connect-session')
    const { token } = await session.json()
    const answer = await demo.page.request.get(`/connect/intents/${intentId}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await answer.json()).step
  }

  const browser = await demo.page.context().newCDPSession(demo.page)
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' })
  let code = first
  for (const round of [2, 3]) {
    await phone.expire(code)
    await expect(async () => expect((await current()).round).toBe(round)).toPass()
    code = (await current()).qrcode
  }
  await browser.send('Page.setWebLifecycleState', { state: 'active' })

  await expect(async () => {
    const shown = await demo.readQr()
    expect(shown).not.toBe(first)
    expect(shown).toBe((await current()).qrcode)
  }).toPass()
  await phone.scan(await demo.readQr(), `plain.slept${Date.now().toString(36)}`)
  await demo.sees('WhatsApp is connected')
})
