import { makeFormApp, openBackend } from '../apps.ts'
import type { Case } from '../case.ts'
import { installOffline } from '../installations.ts'
import { buildWithVite, type Mode, serveWithVite } from '../vite.ts'
import { shortElementCase } from './element.ts'
import { formJourneys } from './form.ts'

/** One Vite app, React 19 in StrictMode, in a form of the host with Tailwind. */
const formLinks = (mode: Mode): Case => ({
  name: `vite form with tailwind, ${mode}`,
  prepare: (workshop) =>
    Promise.all([makeFormApp(workshop), openBackend(workshop, installOffline(workshop, 'backend'))]),
  async run(workshop) {
    const folder = await makeFormApp(workshop)
    const { backend, sandbox } = await openBackend(workshop, installOffline(workshop, 'backend'))
    if (mode === 'production') await buildWithVite(folder)
    await using site = await serveWithVite(mode, folder, backend)
    for (const journey of formJourneys) await journey(workshop, site.url, sandbox)
  },
})

export const shortCases: readonly Case[] = [
  formLinks('development'),
  formLinks('production'),
  shortElementCase,
]
