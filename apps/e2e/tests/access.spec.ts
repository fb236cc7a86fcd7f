import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../support/test.ts'

test('links with the keyboard only', async ({ demo, phone, persona }) => {
  const { keyboard } = demo.page
  const anna = persona('otp')
  await demo.page.getByRole('button', { name: 'Connect an account' }).focus()
  await keyboard.press('Enter')
  await demo.sees('Connect an account')
  await expect(demo.flow.getByRole('searchbox')).toBeFocused()
  await keyboard.press('Tab')
  await expect(demo.flow.getByRole('button', { name: 'LinkedIn' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(demo.flow.getByLabel('Email or phone')).toBeFocused()
  await keyboard.type(anna)
  await keyboard.press('Tab')
  await keyboard.type('right')
  await keyboard.press('Enter')
  await expect(demo.codeField).toBeFocused()
  await keyboard.type(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
  await keyboard.press('Escape')
  await expect(demo.flow).toBeHidden()
  await expect(demo.page.getByRole('button', { name: 'Connect an account' })).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no accessibility violations, ${colorScheme}`, async ({ demo, persona }) => {
    await demo.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const audit = async () => {
      const { violations } = await new AxeBuilder({ page: demo.page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    await expect(demo.page.getByText('No accounts connected yet.')).toBeVisible()
    await audit()
    await demo.connect('LinkedIn')
    await demo.sees('Sign in to LinkedIn')
    await audit()
    await demo.signIn(persona('plain'))
    await demo.sees('LinkedIn is connected')
    await audit()
    await demo.finish()
    await expect(demo.accounts).toHaveCount(1)
    await audit()
  })
}
