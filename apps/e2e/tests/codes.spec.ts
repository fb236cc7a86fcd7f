import { expect, test } from '../support/test.ts'

/** A code of the same shape that is not `right`. */
const wrongFor = (right: string) => right.replace(/./g, (character) => (/\d/.test(character) ? '0' : 'z'))

for (const { provider, steps, isSentByItself } of [
  { provider: 'LinkedIn', steps: 'otp', isSentByItself: true },
  { provider: 'Facebook', steps: 'otp-8', isSentByItself: false },
  { provider: 'X', steps: 'otp-letters', isSentByItself: false },
] as const) {
  test(`${provider}: after a wrong code, the right one is treated like the first (${steps})`, async ({
    demo,
    phone,
    persona,
  }) => {
    const anna = persona(steps)
    await demo.connect(provider)
    await demo.signIn(anna)
    const right = await phone.code(anna)
    const field = demo.codeField
    const alert = demo.flow.getByRole('alert')

    await field.pressSequentially(wrongFor(right))
    if (!isSentByItself) await demo.continue()
    await expect(alert).toHaveText('That code isn’t right. Check it and try again.')
    await expect(field).toHaveAttribute('aria-invalid', 'true')

    await field.pressSequentially(right.slice(0, 1))
    await expect(alert).toBeHidden()
    await expect(field).not.toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveValue(right.slice(0, 1))

    // The rest comes as the whole text of the message.
    await field.evaluate((input, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, `Your verification code is ${right}.\nIt expires in 10 minutes. Do not share it with anyone.`)
    if (!isSentByItself) {
      await expect(field).toHaveValue(right)
      await demo.continue()
    }
    await demo.sees(`${provider} is connected`)
  })
}
