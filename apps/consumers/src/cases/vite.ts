import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeApp, openBackend, servePages } from '../apps.ts'
import type { Case } from '../case.ts'
import { ColorError, type Scheme } from '../colors.ts'
import { expectDialogWorks, expectPageColor, expectPageLinks } from '../journeys.ts'
import { openPage } from '../page.ts'
import { runCommand } from '../processes.ts'
import { buildWithVite, type Mode, serveWithVite } from '../vite.ts'
import { chooseLinkedIn, enterCode, expectLinked, newPersona, part, signIn } from '../walk.ts'

const modes = ['development', 'production'] as const
const majors = ['react-19', 'react-18'] as const
type Major = (typeof majors)[number]

/** Vite's template `react-ts`, with the kit's dialog in its `App.tsx`. */
const templateWorks = (major: Major, mode: Mode): Case => ({
  name: `vite template, ${major}, ${mode}`,
  prepare: (workshop) => Promise.all([makeApp(workshop, major, 'vite-default'), openBackend(workshop)]),
  async run(workshop) {
    const folder = await makeApp(workshop, major, 'vite-default')
    const { backend, sandbox } = await openBackend(workshop)
    if (mode === 'production') await buildWithVite(folder)
    await using site = await serveWithVite(mode, folder, backend)
    await expectDialogWorks(workshop, site.url, sandbox)
  },
})

const templateTypes = (major: Major): Case => ({
  name: `vite template, ${major}, types`,
  prepare: (workshop) => makeApp(workshop, major, 'vite-default'),
  async run(workshop) {
    const folder = await makeApp(workshop, major, 'vite-default')
    await runCommand(process.execPath, [join(folder, '../node_modules/typescript/bin/tsc'), '-b'], {
      cwd: folder,
    })
  },
})

/** The `appearance` prop, the page's declaration, the system's scheme, and the expected scheme. */
const appearances: readonly (readonly [query: string, system: Scheme, expected: Scheme])[] = [
  ['', 'light', 'light'],
  ['', 'dark', 'light'],
  ['?page=dark', 'light', 'dark'],
  ['?page=light dark', 'dark', 'dark'],
  ['?page=light dark', 'light', 'light'],
  ['?appearance=dark', 'light', 'dark'],
  ['?appearance=light', 'dark', 'light'],
  ['?appearance=light&page=dark', 'dark', 'light'],
  ['?appearance=system', 'dark', 'dark'],
  ['?appearance=system', 'light', 'light'],
]

const bareLinks = (mode: Mode): Case => ({
  name: `vite page without styles, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const { sandbox } = await openBackend(workshop)
    await expectPageLinks(workshop, `${site.url}/bare.html`, sandbox)
  },
})

const bareColors = (mode: Mode): Case => ({
  name: `vite page without styles, colors, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const failures: string[] = []
    for (const [query, colorScheme, expected] of appearances) {
      await expectPageColor(workshop, `${site.url}/bare.html${query}`, expected, { colorScheme }).catch(
        (error: unknown) => {
          if (!(error instanceof ColorError)) throw error
          failures.push(error.message)
        },
      )
    }
    if (failures.length > 0) throw new Error(failures.join('\n'))
  },
})

const hotReload: Case = {
  name: 'vite hot reload at the code',
  prepare: (workshop) =>
    Promise.all([makeApp(workshop, 'react-19', 'vite-default', 'hot-reload'), openBackend(workshop)]),
  async run(workshop) {
    const folder = await makeApp(workshop, 'react-19', 'vite-default', 'hot-reload')
    const { backend, sandbox } = await openBackend(workshop)
    await using site = await serveWithVite('development', folder, backend)
    await using watched = await openPage(workshop, site.url)
    const { page } = watched
    await page.getByRole('button', { name: 'Connect an account' }).click()
    const persona = newPersona('otp')
    await chooseLinkedIn(page)
    await signIn(page, persona)
    await page.locator(part.code).waitFor()

    const app = join(folder, 'src/App.tsx')
    await writeFile(app, (await readFile(app, 'utf8')).replace('Get started', 'Edited'))
    await page.getByText('Edited').waitFor()

    await enterCode(page, sandbox, persona)
    await expectLinked(page)
    watched.expectNoComplaints()
  },
}

const activity = (mode: Mode): Case => ({
  name: `vite Activity hidden and shown, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const { sandbox } = await openBackend(workshop)
    await using watched = await openPage(workshop, `${site.url}/activity.html`)
    const { page } = watched
    const toggle = page.locator('#toggle')
    const persona = newPersona('otp')
    await chooseLinkedIn(page)
    // While the intent starts, and again at the code.
    await signIn(page, persona)
    await toggle.click()
    await page.locator(part.root).waitFor({ state: 'hidden' })
    await toggle.click()
    await page.locator(part.code).waitFor()
    await toggle.click()
    await page.locator(part.root).waitFor({ state: 'hidden' })
    await toggle.click()
    await enterCode(page, sandbox, persona)
    await expectLinked(page)
    watched.expectNoComplaints()
  },
})

const copies = (mode: Mode): Case => ({
  name: `vite two copies of the kit, ${mode}`,
  prepare: (workshop) => servePages(workshop, mode),
  async run(workshop) {
    const site = await servePages(workshop, mode)
    const { sandbox } = await openBackend(workshop)
    for (const id of ['first', 'second']) {
      await using watched = await openPage(workshop, `${site.url}/copies.html`)
      const flow = watched.page.locator(`#${id}`)
      const persona = newPersona('otp')
      await chooseLinkedIn(flow)
      await signIn(flow, persona)
      await enterCode(flow, sandbox, persona)
      await expectLinked(flow)
      watched.expectNoComplaints()
    }
  },
})

export const viteCases: readonly Case[] = [
  ...majors.flatMap((major) => [templateTypes(major), ...modes.map((mode) => templateWorks(major, mode))]),
  ...modes.flatMap((mode) => [bareLinks(mode), bareColors(mode)]),
  hotReload,
  ...modes.flatMap((mode) => [activity(mode), copies(mode)]),
]
