import { expect, test } from '../support/test.ts'

test('links when the first code is scanned', async ({ demo, phone, persona }) => {
  await demo.connect('WhatsApp')
  await demo.sees('Scan with WhatsApp')
  await phone.scan(await demo.readQr(), persona('plain'))
  await demo.sees('WhatsApp is connected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
})

test('links when the second code is scanned', async ({ demo, phone, persona }) => {
  await demo.connect('WhatsApp')
  const first = await demo.readQr()
  const place = await demo.flow.locator('[data-ca="qr-code"]').boundingBox()
  await phone.expire(first)
  const second = await demo.nextQr(first)
  expect(await demo.flow.locator('[data-ca="qr-code"]').boundingBox()).toEqual(place)
  await phone.scan(second, persona('plain'))
  await demo.sees('WhatsApp is connected')
})

test('expires if no code is scanned, and shows a new one on request', async ({ demo, phone, persona }) => {
  await demo.connect('WhatsApp')
  let code = await demo.readQr()
  for (let round = 1; round < 6; round++) {
    await phone.expire(code)
    code = await demo.nextQr(code)
  }
  await phone.expire(code)
  await demo.sees('This took too long')
  await demo.flow.getByRole('button', { name: 'Show a new code' }).click()
  await phone.scan(await demo.readQr(), persona('plain'))
  await demo.sees('WhatsApp is connected')
})

test('requests a new code', async ({ demo }) => {
  await demo.connect('WhatsApp')
  const first = await demo.readQr()
  await demo.flow.getByRole('button', { name: 'Show a new code' }).click()
  await demo.nextQr(first)
})

test('links behind a proxy that blocks event streams', async ({ demo, phone, persona }) => {
  await demo.page.route('**/connect/**/events', () => {
    // Stalls: neither passes nor refuses the request.
  })
  await demo.connect('WhatsApp')
  await phone.scan(await demo.readQr(), persona('plain'))
  await demo.sees('WhatsApp is connected')
})
