import { ConnectPage } from '../support/connect-page.ts'
import { test } from '../support/test.ts'

test('two tabs on one intent show the same, and end together', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  const intentId = await demo.page.evaluate(() => sessionStorage.getItem('connect-account:intent:'))

  const second = new ConnectPage(await demo.page.context().newPage())
  await second.page.goto(`/?connect_intent=${intentId}`)
  await second.sees('Enter your verification code')
  await second.enterCode(await phone.code(anna))
  await second.sees('LinkedIn is connected')
  await demo.sees('LinkedIn is connected')
})

test.describe('where the network goes away', () => {
  test.use({ losesNetwork: true })

  test('goes on where it was after the network was away', async ({ demo, phone, persona }) => {
    await demo.connect('WhatsApp')
    const code = await demo.readQr()
    await demo.page.context().setOffline(true)
    await phone.scan(code, persona('plain'))
    await demo.page.context().setOffline(false)
    await demo.sees('WhatsApp is connected')
  })

  test('loads a step that did not load for want of a network, by itself', async ({
    demo,
    phone,
    persona,
  }) => {
    const context = demo.page.context()
    await context.route(/usual-screens/, (route) => route.abort('internetdisconnected'))
    await demo.connect('WhatsApp')
    await phone.scan(await demo.readQr(), persona('plain'))
    await demo.sees('We couldn’t load this step')
    await context.setOffline(true)
    await context.unroute(/usual-screens/)
    await context.setOffline(false)
    await demo.sees('WhatsApp is connected')
  })
})
