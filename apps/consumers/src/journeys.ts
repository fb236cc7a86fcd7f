import type { BrowserContextOptions } from 'playwright'
import type { Sandbox } from './backend.ts'
import { expectOpaqueDialog, expectPrimaryColor, type Scheme } from './colors.ts'
import { openPage } from './page.ts'
import { chooseLinkedIn, enterCode, expectLinked, linkLinkedIn, newPersona, part, signIn } from './walk.ts'
import type { Workshop } from './workshop.ts'

/** A host's page with a button that opens the dialog: an account is linked; then the same page in the dark. */
export async function expectDialogWorks(workshop: Workshop, url: string, sandbox: Sandbox): Promise<void> {
  await expectDialogLinks(workshop, url, sandbox)
  await expectDialogColor(workshop, url, 'dark', { colorScheme: 'dark' })
}

/** An account is linked in the dialog, and the host hears of it. */
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

/** The color of the dialog's sign-in button. */
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

/** A page with the flow in it: an account is linked. */
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

/** The color of the sign-in button of a page with the flow in it. */
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

/** A one-time link of the host: its page links an account. */
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
  // A link for one provider may begin at its form.
  const form = page.locator(part.username)
  await form
    .or(page.locator(part.provider('linkedin')))
    .first()
    .waitFor()
  if (!(await form.isVisible())) await chooseLinkedIn(page)
  const persona = newPersona('otp')
  await signIn(page, persona)
  await enterCode(page, sandbox, persona)
  // The page has an end of its own.
  await page.getByRole('heading', { name: /\bconnected$/ }).waitFor()
  watched.expectNoComplaints()
}
