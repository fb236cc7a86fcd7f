import { Heap } from '../support/heap.ts'
import { expect, test } from '../support/test.ts'

/** Milliseconds after which no answer may be in memory. */
const LIMIT = 10_000
const PASSWORD = 'correct-horse-battery-staple-4711'

test.describe.configure({ timeout: 120_000 })

test('no answer is in the page’s memory ten seconds after it was sent', async ({ demo, phone, persona }) => {
  const { page } = demo
  const heap = await Heap.of(page)
  const anna = persona('otp')
  await demo.connect('LinkedIn')
  await demo.flow.getByLabel('Email or phone').fill(anna)
  // Real input, because `fill` leaves the text in the page's memory.
  await demo.flow.getByLabel('Password', { exact: true }).click()
  await page.keyboard.insertText(PASSWORD)
  expect(await heap.find([PASSWORD])).not.toEqual([])

  const started = page.waitForResponse(
    (response) => response.url().endsWith('/intents') && response.request().method() === 'POST',
  )
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await started
  expect(await heap.findAfter(LIMIT, [PASSWORD])).toEqual([])

  await demo.sees('Enter your verification code')
  const code = await phone.code(anna)
  await demo.codeField.click()
  const solved = page.waitForResponse((response) => response.url().endsWith('/solve'))
  await page.keyboard.insertText(code)
  await solved
  expect(await heap.findAfter(LIMIT, [code])).toEqual([])
  await demo.sees('LinkedIn is connected')
  expect(await heap.find([PASSWORD, code])).toEqual([])
})
