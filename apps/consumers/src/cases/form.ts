import type { Page } from 'playwright'
import { openBackend, servePages } from '../apps.ts'
import type { Sandbox } from '../backend.ts'
import type { Case } from '../case.ts'
import { expectOpaqueDialog, expectPrimaryColor } from '../colors.ts'
import { expectSame } from '../expect.ts'
import { openPage, refusedCalls, type WatchedPage } from '../page.ts'
import type { Mode } from '../vite.ts'
import { chooseLinkedIn, enterCode, expectLinked, newPersona, part, typeInto } from '../walk.ts'
import type { Workshop } from '../workshop.ts'

type Journey = (workshop: Workshop, url: string, sandbox: Sandbox) => Promise<void>

/** The kit is inside a form of the host. */
const inline: Journey = async (workshop, url, sandbox) => {
  await using watched = await openForm(workshop, `${url}/form.html?kit=inline`)
  await expectFormUntouched(watched, sandbox)
}

/** The kit's dialog is rendered inside a form of the host. */
const dialog: Journey = async (workshop, url, sandbox) => {
  await using watched = await openForm(workshop, `${url}/form.html?kit=dialog`)
  const { page } = watched
  await page.locator('#open').click()
  await page.locator(part.provider('linkedin')).waitFor()
  await expectOpaqueDialog(page)
  await expectNoScrolling(page)
  await expectFormUntouched(watched, sandbox)
}

const dark: Journey = async (workshop, url) => {
  for (const kit of ['inline', 'dialog']) {
    await using watched = await openPage(workshop, `${url}/form.html?kit=${kit}&appearance=dark`)
    const { page } = watched
    if (kit === 'dialog') await page.locator('#open').click()
    await chooseLinkedIn(page)
    await expectPrimaryColor(page, 'dark', kit)
    watched.expectNoComplaints()
  }
}

export const formJourneys: readonly Journey[] = [inline, dialog, dark]

async function openForm(workshop: Workshop, url: string): Promise<WatchedPage & { navigations: string[] }> {
  const watched = await openPage(workshop, url)
  const navigations: string[] = []
  watched.page.on('framenavigated', (frame) => navigations.push(frame.url()))
  return { ...watched, navigations }
}

/** Links an account and presses everything that a user may press; the host's form must receive no event. */
async function expectFormUntouched(
  watched: WatchedPage & { navigations: string[] },
  sandbox: Sandbox,
): Promise<void> {
  const { page, navigations } = watched
  const address = page.url()
  const persona = newPersona('otp')
  await chooseLinkedIn(page)
  await expectPrimaryColor(page, 'light')

  // Enter in an empty form, then in a complete one.
  await page.locator(part.username).press('Enter')
  await typeInto(page.locator(part.username), persona)
  await typeInto(page.locator(part.password), 'wrong')
  expectSame('the data of the host’s form', await hostData(page), { company: 'Tidewater' })
  expectSame('the host’s form is valid', await isHostValid(page), true)
  await page.locator(part.password).press('Enter')
  await page.locator(`${part.root} [data-ca="alert"]`).waitFor()
  await typeInto(page.locator(part.password), 'a password')
  await page.locator(part.primary).click()

  const code = page.locator(part.code)
  await code.waitFor()
  await typeInto(code, '1')
  await code.press('Enter')
  await code.press('Backspace')
  expectSame('the host’s form is valid', await isHostValid(page), true)
  await enterCode(page, sandbox, persona)
  await expectLinked(page)
  await page.locator(part.primary).click()
  await page.locator('output').filter({ hasText: /./ }).waitFor()

  expectSame('the host has received', await page.evaluate('received'), [])
  expectSame('the page went to', navigations, [])
  expectSame('the address', page.url(), address)
  watched.expectNoComplaints(refusedCalls)

  // The host's own button still works, and submits only the host's fields.
  await page.locator('#save').click()
  await page.waitForURL(/\?company=/)
  expectSame('the host has sent', new URL(page.url()).search, '?company=Tidewater')
}

const hostForm = 'document.getElementById("host")'

/**
 * Reads the form's data. This dispatches `formdata` without a submit, so the event is removed from the list.
 */
const hostData = (page: Page) =>
  page.evaluate(
    `(() => { const data = Object.fromEntries(new FormData(${hostForm})); received.length = received.filter((name) => name !== 'formdata').length; return data })()`,
  )

const isHostValid = (page: Page) => page.evaluate(`${hostForm}.matches(':valid')`)

/** The wheel over the backdrop or the dialog does not scroll the page behind. */
export async function expectNoScrolling(page: Page): Promise<void> {
  const dialog = await page.locator(part.dialog).boundingBox()
  if (!dialog) throw new Error('The dialog has no box')
  const before = await page.evaluate('scrollY')
  for (const [x, y] of [
    [8, 8],
    [dialog.x + dialog.width / 2, dialog.y + dialog.height / 2],
  ] as const) {
    await page.mouse.move(x, y)
    await page.mouse.wheel(0, 400)
    // Two frames: the wheel is handled in the first.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  }
  expectSame('the page behind has scrolled to', await page.evaluate('scrollY'), before)
}

const formWorks = (mode: Mode): Case => ({
  name: `form of the host with tailwind, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const { sandbox } = await openBackend(workshop)
    for (const journey of formJourneys) await journey(workshop, site.url, sandbox)
  },
})

export const formCases: readonly Case[] = [formWorks('development'), formWorks('production')]
