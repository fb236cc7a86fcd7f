import type { Page } from 'playwright'
import { buildPages, openBackend } from '../apps.ts'
import type { Sandbox } from '../backend.ts'
import type { Case } from '../case.ts'
import { serveBuilt } from '../front.ts'
import { openPage, refusedCalls } from '../page.ts'
import {
  chooseLinkedIn,
  enterCode,
  expectLinked,
  linkLinkedIn,
  newPersona,
  part,
  signIn,
  typeInto,
} from '../walk.ts'
import { lanHost, type Workshop } from '../workshop.ts'

const prepare = (workshop: Workshop) => Promise.all([buildPages(workshop), openBackend(workshop)])

const policies: Readonly<Record<string, string>> = {
  "default-src 'self'": "default-src 'self'",
  'trusted types': "default-src 'self'; require-trusted-types-for 'script'",
  'no trusted types at all': "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
}

type Journey = (page: Page, sandbox: Sandbox) => Promise<void>

const captcha: Journey = async (page) => {
  await chooseLinkedIn(page)
  await signIn(page, newPersona('captcha'))
  await page.locator(part.root).getByRole('checkbox').click()
  await expectLinked(page)
}

const phoneNumber: Journey = async (page, sandbox) => {
  const persona = newPersona('phone+otp')
  await chooseLinkedIn(page)
  await signIn(page, persona)
  await typeInto(page.locator(`${part.root} input[type="tel"]`), '+33612345678')
  await page.locator(part.primary).click()
  await enterCode(page, sandbox, persona)
  await expectLinked(page)
}

const qrCode: Journey = async (page, sandbox) => {
  await page.locator(part.provider('whatsapp')).click()
  await page.locator('[data-ca="qr-code"]').waitFor()
  await sandbox.scan(newPersona('plain'))
  await expectLinked(page)
}

/** The fields for the mail servers, which include a select. */
const mailSettings: Journey = async (page) => {
  await page.locator(part.provider('imap')).click()
  const email = page.locator(`${part.root} input[type="email"]`)
  await typeInto(email, 'anna@nowhere.invalid')
  await typeInto(page.locator(part.password), 'a password')
  await page.locator(part.primary).click()
  await page.locator(`${part.root} select`).first().waitFor()
}

const journeys: Readonly<Record<string, Journey>> = {
  'a code': linkLinkedIn,
  captcha,
  'phone number': phoneNumber,
  'QR code': qrCode,
  'mail settings': mailSettings,
}

const underPolicy = (name: string, policy: string): Case => ({
  name: `csp ${name}`,
  prepare,
  async run(workshop) {
    const folder = await buildPages(workshop)
    const { backend, sandbox } = await openBackend(workshop)
    await using site = await serveBuilt({ folder, backend, headers: { 'content-security-policy': policy } })
    const failures: string[] = []
    for (const [what, journey] of Object.entries(journeys)) {
      await using watched = await openPage(workshop, `${site.url}/bare.html`)
      await journey(watched.page, sandbox)
        .then(() => watched.expectNoComplaints(refusedCalls))
        .catch((error: Error) =>
          failures.push(`${what}: ${[error.message, ...watched.complaints].join('\n')}`),
        )
    }
    if (failures.length > 0) throw new Error(failures.join('\n'))
  },
})

const vendor = 'https://client-api.arkoselabs.com'

/** The first steps of the vendor's script, which replace the vendor. */
const vendorScript = `
  const { callback } = document.currentScript.dataset
  window[callback]({
    setConfig({ onReady }) { queueMicrotask(onReady) },
    run() { document.documentElement.dataset.arkose = 'running' },
  })`

/** The vendor's script runs in a frame of the handler, so that the page allows nothing for it. */
const arkoseFrame: Case = {
  name: 'csp arkose in its frame, no trusted types at all',
  prepare,
  async run(workshop) {
    const folder = await buildPages(workshop)
    const { backend } = await openBackend(workshop)
    const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
    await using site = await serveBuilt({ folder, backend, headers: { 'content-security-policy': policy } })
    await using watched = await openPage(workshop, `${site.url}/bare.html?captcha=arkose`)
    const { page } = watched
    await page.route(`${vendor}/**`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: vendorScript }),
    )
    await chooseLinkedIn(page)
    await signIn(page, newPersona('captcha'))
    // It draws nothing, so its frame has no height.
    await page.frameLocator('iframe').locator('html[data-arkose="running"]').waitFor({ state: 'attached' })
    watched.expectNoComplaints()
  },
}

/** In the page, the Arkose adapter adds a script, which Trusted Types forbid by default. */
const arkoseInPage = (name: string, types: string): Case => ({
  name: `csp arkose in the page, ${name}`,
  prepare,
  async run(workshop) {
    const folder = await buildPages(workshop)
    const { backend } = await openBackend(workshop)
    const policy = `default-src 'self'; script-src 'self' ${vendor}; require-trusted-types-for 'script'${types}`
    await using site = await serveBuilt({ folder, backend, headers: { 'content-security-policy': policy } })
    await using watched = await openPage(workshop, `${site.url}/bare.html?captcha=arkose-in-page`)
    const { page } = watched
    await page.route(`${vendor}/**`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: vendorScript }),
    )
    await chooseLinkedIn(page)
    await signIn(page, newPersona('captcha'))
    await page.locator('html[data-arkose="running"]').waitFor()
    watched.expectNoComplaints()
  },
})

const onLan: Case = {
  name: 'lan plain http',
  prepare,
  async run(workshop) {
    const folder = await buildPages(workshop)
    const { backend, sandbox } = await openBackend(workshop)
    await using site = await serveBuilt({ folder, backend, host: lanHost() })
    // Not the captcha: ALTCHA's proof of work needs Web Crypto, which is missing in this context.
    for (const journey of [linkLinkedIn, phoneNumber, qrCode]) {
      await using watched = await openPage(workshop, `${site.url}/bare.html`)
      const isSecure = await watched.page.evaluate('isSecureContext')
      if (isSecure) throw new Error(`${site.url} is a secure context, so the case would test nothing`)
      await journey(watched.page, sandbox)
      watched.expectNoComplaints()
    }
  },
}

export const policyCases: readonly Case[] = [
  ...Object.entries(policies).map(([name, policy]) => underPolicy(name, policy)),
  arkoseFrame,
  arkoseInPage('trusted types', ''),
  arkoseInPage('trusted types by name', '; trusted-types connect-account'),
  onLan,
]
