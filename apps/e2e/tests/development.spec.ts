import { DEVELOPMENT_URL } from '../support/stack.ts'
import { expect, test } from '../support/test.ts'

// There, React is a development build in StrictMode, and each module loads separately.
test.use({ baseURL: DEVELOPMENT_URL })

test('links on a development server, with a reload in the middle', async ({ demo, phone, persona }) => {
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await demo.sees('Enter your verification code')
  await demo.page.reload()
  await demo.sees('Enter your verification code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
  await demo.finish()
  await expect(demo.accounts).toHaveCount(1)
  expect(
    await demo.page.evaluate(() => document.querySelector('script[src*="/@vite/client"]') !== null),
  ).toBe(true)
})
