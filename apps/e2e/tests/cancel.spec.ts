import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/test.ts'
import { timedInput } from '../support/timed-input.ts'

test('Cancel while the sign-in is checked: no account appears, here or at the provider', async ({
  demo,
  phone,
  persona,
}) => {
  const slow = persona('slow')
  /** How many accounts were removed at the provider, as its webhooks report. */
  const removals = async () => {
    const { events } = await (await demo.page.request.get('/api/webhook-log')).json()
    return events.filter(({ type }: { type: string }) => type === 'account.remove').length
  }
  const before = await removals()
  await demo.connect('X')
  await demo.flow.getByRole('textbox').first().fill(slow)
  await demo.flow.getByLabel('Password', { exact: true }).fill('right')
  await demo.flow.getByRole('button', { name: 'Sign in' }).click()
  await expect(demo.flow.getByText('Working')).toBeAttached()
  await demo.flow.getByRole('button', { name: 'Cancel' }).dblclick()
  await expect(demo.flow).toBeHidden()
  // The provider links after three seconds; a worker removes it, and the webhook says so.
  await expect.poll(removals, { timeout: 25_000 }).toBeGreaterThan(before)
  expect((await phone.look(slow)).accounts).toEqual([])
  await expect(demo.accounts).toHaveCount(0)
  await expect(demo.page.getByText('is connected')).toHaveCount(0)
})

test('a start that is pending goes on after a reload and after Escape', async ({ demo, phone, persona }) => {
  const anna = persona('slow+otp')
  await demo.connect('LinkedIn')
  await demo.signIn(anna)
  await expect(demo.flow.getByText('Working')).toBeAttached()
  // A reload aborts a request that has not reached the server.
  await expect.poll(() => demo.readIntent()).toMatchObject({ step: { type: 'loading' } })
  await demo.page.reload()
  await expect(demo.flow).toBeVisible()
  await demo.page.keyboard.press('Escape')
  await expect(demo.flow).toBeHidden()
  await demo.page.getByRole('button', { name: 'Connect an account' }).click()
  await demo.sees('Enter your verification code')
  await demo.enterCode(await phone.code(anna))
  await demo.sees('LinkedIn is connected')
  expect((await phone.look(anna)).messages).toHaveLength(1)
})

for (const [name, viewport] of [
  ['a large window', { width: 1400, height: 1000 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`a double click does one thing, in ${name}`, async ({ demo, phone, persona }) => {
    const { page, flow } = demo
    const anna = persona('otp')
    const input = await timedInput(page)
    await page.setViewportSize(viewport)

    /** Clicks four times, quickly and slowly, where the element is at first. */
    async function clickAgainAndAgain(name: string | RegExp, place: Locator | Page = flow) {
      const button = place.getByRole('button', { name, exact: true }).first()
      await button.scrollIntoViewIfNeeded()
      const box = await button.boundingBox()
      if (!box) throw new Error(`No button "${name}" is shown.`)
      const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      await input.clicks(middle, [{ ms: 40, isDouble: true }, { ms: 120 }, { ms: 250 }])
    }

    await clickAgainAndAgain('Connect an account', page)
    await demo.sees('Connect an account')
    await clickAgainAndAgain(/^Gmail/)
    await demo.sees('Connect Gmail')
    await clickAgainAndAgain('Cancel')
    await expect(flow).toBeHidden()

    await page.getByRole('button', { name: 'Connect an account' }).click()
    await flow.getByRole('searchbox').fill('linked')
    // Enter that is held, and pressed again.
    await input.holdEnter()
    await demo.sees('Sign in to LinkedIn')
    await expect(flow.locator('[aria-invalid="true"]')).toHaveCount(0)

    await flow.getByLabel('Email or phone').fill(anna)
    // A form that holds a text ignores the backdrop; what is not a secret survives Escape.
    await flow.getByLabel('Password', { exact: true }).fill('right')
    await page.mouse.click(3, 3)
    await expect(flow).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(flow).toBeHidden()
    await page.getByRole('button', { name: 'Connect an account' }).click()
    await expect(flow.getByLabel('Email or phone')).toHaveValue(anna)
    await expect(flow.getByLabel('Password', { exact: true })).toHaveValue('')
    await flow.getByLabel('Password', { exact: true }).fill('right')
    await clickAgainAndAgain('Sign in')
    await demo.sees('Enter your verification code')
    expect((await phone.look(anna)).messages).toHaveLength(1)
    await demo.enterCode(await phone.code(anna))
    await demo.sees('LinkedIn is connected')
    await clickAgainAndAgain('Done')
    await expect(flow).toBeHidden()
    await expect(demo.accounts).toHaveCount(1)

    await clickAgainAndAgain(/^Disconnect/, demo.accounts)
    await expect(page.getByRole('group', { name: /^Disconnect/ })).toBeVisible()
    await expect(demo.accounts).toHaveCount(1)
  })
}

test('a consent that is given after Back and Cancel links nothing', async ({ demo, phone, persona }) => {
  const anna = persona('plain')
  await demo.connect('Gmail')
  await demo.openConsent('Gmail')
  await expect(demo.page.getByLabel('Sign-in name')).toBeVisible()
  await demo.page.goBack()
  await demo.sees('Connect Gmail')
  await demo.flow.getByRole('button', { name: 'Cancel' }).click()
  await expect(demo.flow).toBeHidden()
  await demo.page.goForward()
  await demo.consent(anna, 'Allow')
  // The return is confirmed before the reload, which would find the intent again.
  await demo.sees('Canceled')
  await expect(demo.page.getByText('No accounts connected yet.')).toBeVisible()
  await expect.poll(async () => (await phone.look(anna)).accounts).toEqual([])
  await demo.page.reload()
  await expect(demo.page.getByText('No accounts connected yet.')).toBeVisible()
  await expect(demo.flow).toBeHidden()
})
