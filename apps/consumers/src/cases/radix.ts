import { openBackend, servePages } from '../apps.ts'
import type { Case } from '../case.ts'
import { expectPrimaryColor } from '../colors.ts'
import { expectSame } from '../expect.ts'
import { openPage } from '../page.ts'
import type { Mode } from '../vite.ts'
import { chooseLinkedIn, enterCode, expectLinked, newPersona, part, signIn } from '../walk.ts'
import { expectNoScrolling } from './form.ts'

/** The kit inside a Radix modal. */
const inside = (mode: Mode): Case => ({
  name: `radix modal around the kit, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const { sandbox } = await openBackend(workshop)
    await using watched = await openPage(workshop, `${site.url}/radix.html?kit=inside`)
    const { page } = watched
    await page.locator('#open-modal').click()
    const persona = newPersona('otp')
    await chooseLinkedIn(page)
    await expectPrimaryColor(page, 'light')
    await signIn(page, persona)
    await enterCode(page, sandbox, persona)
    await expectLinked(page)
    expectSame('the modal is open', await page.locator('#modal').isVisible(), true)
    watched.expectNoComplaints()
  },
})

/** The kit's dialog, opened from a Radix modal, which stays open behind it. */
const behind = (mode: Mode): Case => ({
  name: `radix modal behind the kit's dialog, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const { sandbox } = await openBackend(workshop)
    await using watched = await openPage(workshop, `${site.url}/radix.html?kit=over`)
    const { page } = watched
    const modal = page.locator('#modal')
    const dialog = page.locator(part.dialog)
    await page.locator('#open-modal').click()
    await page.locator('#open').click()
    const persona = newPersona('otp')
    await chooseLinkedIn(page)
    await expectPrimaryColor(page, 'light')
    await expectNoScrolling(page)

    // Tab cycles inside the kit, in both directions.
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key)
      expectSame(`the focus after ${key} is in the modal`, await modal.evaluate(hasFocusItself), false)
    }

    // Escape closes only the kit. Opened again, the kit continues.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    expectSame('the modal is open after Escape', await modal.isVisible(), true)
    await page.locator('#open').click()
    const picker = page.locator(part.provider('linkedin'))
    await picker.or(page.locator(part.username)).first().waitFor()
    if (await picker.isVisible()) await chooseLinkedIn(page)
    await signIn(page, persona)
    await enterCode(page, sandbox, persona)
    await expectLinked(page)
    await page.locator(part.primary).click()
    await dialog.waitFor({ state: 'hidden' })
    expectSame('the modal is open at the end', await modal.isVisible(), true)
    watched.expectNoComplaints()
  },
})

/** Whether the focus is in the modal, but not in a dialog of the kit inside it. */
const hasFocusItself = (modal: Element) =>
  modal.contains(document.activeElement) && !document.activeElement?.closest('[data-ca="dialog"]')

export const radixCases: readonly Case[] = [
  inside('development'),
  inside('production'),
  behind('development'),
  behind('production'),
]
