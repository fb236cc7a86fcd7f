import { ConnectPage } from '../support/connect-page.ts'
import { test } from '../support/test.ts'

test('two tabs on one intent show the same, and end together', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter the code')
  const intentId = await demo.page.evaluate(() => sessionStorage.getItem('connect-account:intent:new'))

  const second = new ConnectPage(await demo.page.context().newPage())
  await second.page.goto(`/?connect_intent=${intentId}`)
  await second.sees('Enter the code')
  await second.enterCode(await phone.code(anna))
  await second.sees('LinkedIn is connected')
  await demo.sees('LinkedIn is connected')
})

test('goes on where it was after the network was away', async ({ demo, phone, persona }) => {
  await demo.connect('WhatsApp')
  const code = await demo.readQr()
  await demo.page.context().setOffline(true)
  await phone.scan(code, persona('plain'))
  await demo.page.context().setOffline(false)
  await demo.sees('WhatsApp is connected')
})
