import type { BrowserContextOptions } from 'playwright'
import type { Sandbox } from './backend.ts'
import { expectOpaqueDialog, expectPrimaryColor, type Scheme } from './colors.ts'
import { openPage } from './page.ts'
import { chooseLinkedIn, enterCode, expectLinked, linkLinkedIn, newPersona, part, signIn } from './walk.ts'
import type { Workshop } from './workshop.ts'

/** Links an account on a page with a button that opens the dialog, then checks the page in dark mode. */
export async function expectDialogWorks(workshop: Workshop, url: string, sandbox: Sandbox): Promise<void> {
  await expectDialogLinks(workshop, url, sandbox)
  await expectDialogColor(workshop, url, 'dark', { colorScheme: 'dark' })
}

/** Links an account in the dialog, and checks that the host is notified. */
async function expectDialogLinks(workshop: Workshop, url: string, sandbox: Sandbox): Promise<void> {
  await using watched = await openPage(workshop, url)
  const { page } = watched
  await page.getByRole('button', { name: 'Connect an account' }).click()
  const persona = newPersona('otp')
  await chooseLinkedIn(page)
  await expectPrimaryColor(page, 'light')
  await expectOpaqueDialog(page)
  await signIn(page, persona)
  await enterCode(page, sandbox, persona)
  await expectLinked(page)
  await page.locator(part.primary).click()
  await page.locator(part.root).waitFor({ state: 'hidden' })
  await page.locator('output').filter({ hasText: /./ }).waitFor()
  watched.expectNoComplaints()
}

/** Checks the color of the dialog's sign-in button. */
async function expectDialogColor(
  workshop: Workshop,
  url: string,
  scheme: Scheme,
  options: BrowserContextOptions,
): Promise<void> {
  await using watched = await openPage(workshop, url, options)
  const { page } = watched
  await page.getByRole('button', { name: 'Connect an account' }).click()
  await chooseLinkedIn(page)
  await expectPrimaryColor(page, scheme, 'of the dialog')
  watched.expectNoComplaints()
}

/** Links an account on a page with the inline flow. */
export async function expectPageLinks(
  workshop: Workshop,
  url: string,
  sandbox: Sandbox,
  options?: BrowserContextOptions,
): Promise<void> {
  await using watched = await openPage(workshop, url, options)
  await linkLinkedIn(watched.page, sandbox)
  watched.expectNoComplaints()
}

/** Checks the color of the sign-in button on a page with the inline flow. */
export async function expectPageColor(
  workshop: Workshop,
  url: string,
  scheme: Scheme,
  options: BrowserContextOptions,
): Promise<void> {
  await using watched = await openPage(workshop, url, options)
  await chooseLinkedIn(watched.page)
  await expectPrimaryColor(watched.page, scheme, `at ${new URL(url).search}, system ${options.colorScheme}`)
}

/** Links an account on the page of a hosted link. */
export async function expectHostedLinkWorks(
  workshop: Workshop,
  url: string,
  sandbox: Sandbox,
): Promise<void> {
  const response = await fetch(`${url}/api/link`, { method: 'POST' })
  if (!response.ok) throw new Error(`/api/link: ${response.status} ${await response.text()}`)
  const link = await response.json()
  await using watched = await openPage(workshop, link.url)
  const { page } = watched
  // A link for one provider may start with its form.
  const form = page.locator(part.username)
  await form
    .or(page.locator(part.provider('linkedin')))
    .first()
    .waitFor()
  if (!(await form.isVisible())) await chooseLinkedIn(page)
  const persona = newPersona('otp')
  await signIn(page, persona)
  await enterCode(page, sandbox, persona)
  // The page has its own end screen.
  await page.getByRole('heading', { name: /\bconnected$/ }).waitFor()
  watched.expectNoComplaints()
}
