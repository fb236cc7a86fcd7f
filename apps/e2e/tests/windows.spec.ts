import { ConnectPage } from '../support/connect-page.ts'
import { test } from '../support/test.ts'

test('two tabs with the same intent show the same step, and end together', async ({
  demo,
  phone,
  persona,
}) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  const intentId = await demo.rememberedIntent()

  const second = new ConnectPage(await demo.page.context().newPage())
  await second.page.goto(`/?connect_intent=${intentId}`)
  await second.sees('Enter your verification code')
  await second.enterCode(await phone.code(anna))
  await second.sees('LinkedIn is connected')
  await demo.sees('LinkedIn is connected')
})

test.describe('when the network fails', () => {
  test.use({ losesNetwork: true })

  test('continues the same step when the network is back', async ({ demo, phone, persona }) => {
    await demo.connect('WhatsApp')
    const code = await demo.readQr()
    await demo.page.context().setOffline(true)
    await phone.scan(code, persona('plain'))
    await demo.page.context().setOffline(false)
    await demo.sees('WhatsApp is connected')
  })

  test('loads a step automatically when the network is back', async ({ demo, phone, persona }) => {
    const context = demo.page.context()
    await context.route(/other-screens/, (route) => route.abort('internetdisconnected'))
    await demo.connect('LinkedIn')
    const anna = persona('in-app')
    await demo.signIn(anna)
    await demo.sees('We couldn’t load this step')
    await context.setOffline(true)
    await context.unroute(/other-screens/)
    await context.setOffline(false)
    await demo.sees('Check your phone')
    await phone.approve(anna)
    await demo.sees('LinkedIn is connected')
  })
})
