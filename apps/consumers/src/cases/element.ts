import { join } from 'node:path'
import { makeApp, makeHtmlApp, openBackend } from '../apps.ts'
import type { Sandbox } from '../backend.ts'
import type { Case } from '../case.ts'
import { expectPrimaryColor } from '../colors.ts'
import { serveBuilt } from '../front.ts'
import { install, installOffline } from '../installations.ts'
import { openPage, type WatchedPage } from '../page.ts'
import { runCommand } from '../processes.ts'
import { buildWithVite } from '../vite.ts'
import { chooseLinkedIn, enterCode, expectLinked, newPersona, part, signIn } from '../walk.ts'
import type { Workshop } from '../workshop.ts'

const headers = { 'content-security-policy': "default-src 'self'" }

/** Links LinkedIn, sees the button's color, and that the page got the event. */
async function expectElementLinks({ page, ...watched }: WatchedPage, sandbox: Sandbox): Promise<void> {
  const persona = newPersona('otp')
  await chooseLinkedIn(page)
  await expectPrimaryColor(page, 'light')
  await signIn(page, persona)
  await enterCode(page, sandbox, persona)
  await expectLinked(page)
  await page.locator('#linked', { hasText: 'Linked: linkedin' }).waitFor()
  watched.expectNoComplaints()
}

/** The plain pages: a classic script, a module, and a dialog with a list. */
async function expectPlainPages(workshop: Workshop, folder: string, backend: string, sandbox: Sandbox) {
  await using site = await serveBuilt({ folder, backend, headers })
  for (const file of ['index.html', 'module.html']) {
    await using watched = await openPage(workshop, `${site.url}/${file}`)
    await expectElementLinks(watched, sandbox)
  }
  await using watched = await openPage(workshop, `${site.url}/dialog.html`)
  const { page } = watched
  await page.locator('[data-ca="accounts-empty"]').waitFor()
  await page.locator('#open').click()
  await page.locator(part.dialog).waitFor()
  await expectElementLinks(watched, sandbox)
  await page.locator('[data-ca="account-row"]').waitFor()
}

const plainHtml: Case = {
  name: "element in plain html, default-src 'self'",
  prepare: (workshop) =>
    Promise.all([makeHtmlApp(workshop, install(workshop, 'elements')), openBackend(workshop)]),
  async run(workshop) {
    const folder = await makeHtmlApp(workshop, install(workshop, 'elements'))
    const { backend, sandbox } = await openBackend(workshop)
    await expectPlainPages(workshop, folder, backend, sandbox)
  },
}

/** An app whose framework renders the element, shown, hidden in the middle of a flow, and shown again. */
const inFramework = (name: 'vue' | 'svelte'): Case => ({
  name: `element in ${name}, default-src 'self'`,
  prepare: (workshop) =>
    Promise.all([makeApp(workshop, 'elements', `element-${name}`), openBackend(workshop)]),
  async run(workshop) {
    const folder = await makeApp(workshop, 'elements', `element-${name}`)
    const { backend, sandbox } = await openBackend(workshop)
    await buildWithVite(folder)
    await using site = await serveBuilt({ folder: join(folder, 'dist'), backend, headers })
    await using watched = await openPage(workshop, site.url)
    const { page } = watched
    const toggle = page.locator('#toggle')
    const persona = newPersona('otp')
    await chooseLinkedIn(page)
    await expectPrimaryColor(page, 'light')
    await signIn(page, persona)
    await page.locator(part.code).waitFor()
    await toggle.click()
    await page.locator('connect-account').waitFor({ state: 'detached' })
    await toggle.click()
    await enterCode(page, sandbox, persona)
    await expectLinked(page)
    await page.locator('#linked', { hasText: 'Linked: linkedin' }).waitFor()
    watched.expectNoComplaints()
  },
})

const elementTypes: Case = {
  name: 'element types',
  prepare: (workshop) => makeApp(workshop, 'elements', 'element-types'),
  async run(workshop) {
    const folder = await makeApp(workshop, 'elements', 'element-types')
    await runCommand(
      process.execPath,
      [join(folder, '../node_modules/typescript/bin/tsc'), '--project', '.'],
      {
        cwd: folder,
      },
    )
  },
}

export const elementCases: readonly Case[] = [
  plainHtml,
  inFramework('vue'),
  inFramework('svelte'),
  elementTypes,
]

/** The plain pages, with the workspace's packages. */
export const shortElementCase: Case = {
  name: "element in plain html, default-src 'self'",
  prepare: (workshop) =>
    Promise.all([
      makeHtmlApp(workshop, installOffline(workshop, 'elements')),
      openBackend(workshop, installOffline(workshop, 'backend')),
    ]),
  async run(workshop) {
    const folder = await makeHtmlApp(workshop, installOffline(workshop, 'elements'))
    const { backend, sandbox } = await openBackend(workshop, installOffline(workshop, 'backend'))
    await expectPlainPages(workshop, folder, backend, sandbox)
  },
}
