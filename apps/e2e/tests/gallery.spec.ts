import { expect, test } from '../support/test.ts'

test('a host’s own screens link an account', async ({ demo: { page, accounts }, phone, persona }) => {
  const anna = persona('captcha+otp')
  await page.getByRole('button', { name: 'Show the screens' }).click()
  const own = page.locator('#own')
  await own.getByRole('button', { name: /^LinkedIn/ }).click()
  await own.getByLabel('Email or phone').fill(anna)
  await own.getByLabel('Password', { exact: true }).fill('right')
  await own.getByRole('button', { name: 'Sign in' }).click()
  await own.getByRole('checkbox', { name: 'I’m human' }).click()
  await own.getByLabel('Code', { exact: true }).fill(await phone.code(anna))
  await own.getByRole('button', { name: 'Continue' }).click()
  await expect(own.getByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
  await expect(accounts).toHaveCount(1)
})

test('the look of the page reaches every way to embed the kit', async ({ demo: { page } }) => {
  await page.getByLabel('Theme').selectOption('Warm')
  await page.getByLabel('Colors').selectOption('Dark')
  await page.getByLabel('Flow language').selectOption('Deutsch')
  await page.getByRole('button', { name: 'Show the card' }).click()
  await page.getByRole('button', { name: 'Show the panel' }).click()
  const headings = page.getByRole('heading', { name: 'Konto verbinden' })
  await expect(headings).toHaveCount(2)
  for (const root of await page.locator('[data-ca="root"]').all()) {
    await expect(root).toHaveAttribute('data-ca-look', 'warm')
    await expect(root).toHaveAttribute('data-ca-theme', 'dark')
    await expect(root).toHaveAttribute('lang', 'de')
  }
  await page.reload()
  await expect(page.getByLabel('Theme')).toHaveValue('warm')
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await expect(page.getByRole('dialog')).toHaveAttribute('data-ca-look', 'warm')
})
