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

/** A captcha, a phone number and two codes. */
const everyCheckpoint: Journey = async (page, sandbox) => {
  const persona = newPersona('captcha+phone+otp')
  await chooseLinkedIn(page)
  await signIn(page, persona)
  await page.locator(part.root).getByRole('checkbox').click()
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

/** The fields for a mailbox's servers, which a select is among. */
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
  'captcha, phone number, code': everyCheckpoint,
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

const onLan: Case = {
  name: 'lan plain http',
  prepare,
  async run(workshop) {
    const folder = await buildPages(workshop)
    const { backend, sandbox } = await openBackend(workshop)
    await using site = await serveBuilt({ folder, backend, host: lanHost() })
    for (const journey of [linkLinkedIn, everyCheckpoint, qrCode]) {
      await using watched = await openPage(workshop, `${site.url}/bare.html`)
      const isSecure = await watched.page.evaluate('isSecureContext')
      if (isSecure) throw new Error(`${site.url} is a secure context: nothing would be tested`)
      await journey(watched.page, sandbox)
      watched.expectNoComplaints()
    }
  },
}

export const policyCases: readonly Case[] = [
  ...Object.entries(policies).map(([name, policy]) => underPolicy(name, policy)),
  onLan,
]
