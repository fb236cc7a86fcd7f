import { cp, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startBackend, startSandbox } from './backend.ts'
import { type InstallationName, install, installOffline } from './installations.ts'
import { buildWithVite, type Mode, type Site, serveWithVite } from './vite.ts'
import type { Workshop } from './workshop.ts'

/** The backend and the sandbox that the apps without their own backend share. */
export async function openBackend(workshop: Workshop, installation = install(workshop, 'backend')) {
  const [backend, sandbox] = await Promise.all([
    startBackend(workshop, installation),
    startSandbox(workshop, installation),
  ])
  return { backend, sandbox }
}

/** An app that is created from a fixture, inside the folder of an installation. */
export function makeApp(
  workshop: Workshop,
  installation: InstallationName,
  fixture: string,
  name = fixture,
): Promise<string> {
  return workshop.once(`app ${installation}/${name}`, async () => {
    await install(workshop, installation)
    return copyApp(workshop, installation, fixture, name)
  })
}

async function copyApp(workshop: Workshop, installation: string, fixture: string, name: string) {
  const folder = await workshop.copyFixture(fixture, join(installation, name))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }))
  return folder
}

/** Plain pages, and the element's files beside them as on a web server, from an installation. */
export function makeHtmlApp(workshop: Workshop, installation: Promise<string>): Promise<string> {
  return workshop.once('html app', async () => {
    const installed = join(await installation, 'node_modules/@connect-account/element/dist')
    const folder = await workshop.copyFixture('element-html', 'element-html')
    await cp(installed, join(folder, 'connect-account'), { recursive: true })
    return folder
  })
}

/** Our own pages for React 19, one of them with a second copy of the kit. */
function makePages(workshop: Workshop): Promise<string> {
  return workshop.once('pages', async () => {
    const folder = await makeApp(workshop, 'react-19', 'vite-pages')
    const kit = join(folder, '../node_modules/@connect-account')
    await cp(kit, join(folder, 'src/another/node_modules/@connect-account'), { recursive: true })
    await cp(join(kit, 'react/dist/styles/styles.css'), join(folder, 'public/styles-of-the-kit.css'))
    return folder
  })
}

export function buildPages(workshop: Workshop): Promise<string> {
  return workshop.once('built pages', async () => {
    const folder = await makePages(workshop)
    await buildWithVite(folder)
    return join(folder, 'dist')
  })
}

/** Our pages on Vite, shared by all cases that only read them. */
export function servePages(workshop: Workshop, mode: Mode): Promise<Site> {
  return workshop.once(`pages in ${mode}`, async () => {
    const [folder, { backend }] = await Promise.all([makePages(workshop), openBackend(workshop)])
    if (mode === 'production') await buildPages(workshop)
    return serveWithVite(mode, folder, backend)
  })
}

/**
 * The only page of the short variant: React 19, Tailwind and a form of the host, with the workspace's
 * packages.
 */
export function makeFormApp(workshop: Workshop): Promise<string> {
  return workshop.once('form app', async () => {
    await installOffline(workshop, 'react-19')
    const folder = await copyApp(workshop, 'react-19', 'vite-pages', 'form')
    for (const name of await readdir(folder)) {
      if (name.endsWith('.html') && name !== 'form.html') await rm(join(folder, name))
    }
    return folder
  })
}
