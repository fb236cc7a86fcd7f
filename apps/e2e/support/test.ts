import { type SandboxPhone, sandboxPhone, signInName } from '@connect-account/sandbox/testing'
import { test as base, expect } from '@playwright/test'
import { ConnectPage } from './connect-page.ts'
import { SANDBOX_URL } from './stack.ts'

interface Fixtures {
  /**
   * Whether the backend, or a part of the page, may be out of reach.
   * @default false
   */
  losesNetwork: boolean
  /**
   * Whether calls may fail upstream, which the kit reports in the console.
   * @default false
   */
  hasFaults: boolean
  /** The demo, opened as a user that no other test has. */
  demo: ConnectPage
  phone: SandboxPhone
  /** Returns the sign-in name of a persona that no other test has: `persona('otp')`. */
  persona: (script: string) => string
}

const unique = (title: string, worker: number) =>
  `${title
    .replace(/[^a-z0-9]+/gi, '')
    .slice(0, 24)
    .toLowerCase()}${worker}${Date.now().toString(36)}`

export const test = base.extend<Fixtures>({
  losesNetwork: [false, { option: true }],
  hasFaults: [false, { option: true }],
  demo: async ({ page, losesNetwork, hasFaults }, use, info) => {
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    page.on('console', (message) => {
      // The browser also logs a console error for each refused call, which is fine.
      const isCall = /Failed to load resource/.test(message.text())
      const isChunk = /Failed to fetch dynamically imported module/.test(message.text())
      const isOutage = /^Connect Account: (network_|server_unavailable|session_unavailable)/.test(
        message.text(),
      )
      const isFault = /^Connect Account: upstream_/.test(message.text())
      // What a user says is reported to the host too.
      const isSaid = /^Connect Account: passkey_required/.test(message.text())
      const isExpected = isCall || isSaid || (losesNetwork && (isChunk || isOutage)) || (hasFaults && isFault)
      if (message.type() === 'error' && !isExpected) {
        errors.push(new Error(message.text()))
      }
    })
    const demo = new ConnectPage(page)
    await demo.open(unique(info.title, info.workerIndex))
    await use(demo)
    expect(errors).toEqual([])
  },
  phone: async ({ browserName: _ }, use) => {
    await use(sandboxPhone(SANDBOX_URL))
  },
  persona: async ({ browserName: _ }, use, info) => {
    const name = unique(info.title, info.workerIndex)
    await use((script) => signInName(script, name))
  },
})

export { expect }
