import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RenewalState } from '@connect-account/extension'
import { buildExtension } from '@connect-account/linkedin-extension/build'
import { EXTENSION_ORIGIN } from '@connect-account/linkedin-extension/identity'
import { sandboxPhone, signInName } from '@connect-account/sandbox/testing'
import { type BrowserContext, chromium as browserType, expect, test, type Worker } from '@playwright/test'
import { chromium } from '../support/chromium.ts'
import { DEMO_URL, SANDBOX_URL } from '../support/stack.ts'

const phone = sandboxPhone(SANDBOX_URL)

/** A browser with the extension, whose user is signed in to the demo. */
async function openBrowser(folder: string, user: string): Promise<BrowserContext> {
  const context = await browserType.launchPersistentContext('', {
    ...chromium,
    args: [...(chromium.args ?? []), `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    ignoreDefaultArgs: ['--disable-extensions'],
  })
  await context.request.post(`${DEMO_URL}/api/sign-in`, { data: { user } })
  return context
}

/** LinkedIn signs a member in: the sandbox takes the cookie's value as the sign-in name. */
async function signInToLinkedIn(context: BrowserContext, member: string) {
  const cookie = { domain: '.www.linkedin.com', path: '/', secure: true, httpOnly: true }
  await context.addCookies([{ ...cookie, name: 'li_at', value: member }])
}

/** The status of the user's account at the host, which hears of a change by a webhook. */
async function statusAtHost({ request }: BrowserContext): Promise<unknown> {
  const { token } = await (await request.post(`${DEMO_URL}/api/connect-session`)).json()
  const headers = { authorization: `Bearer ${token}` }
  const { accounts } = await (await request.get(`${DEMO_URL}/connect/accounts`, { headers })).json()
  return accounts[0]?.status
}

const stateOf = (worker: Worker) =>
  worker.evaluate(async () => {
    const stored = await chrome.storage.local.get<{ 'connect-account'?: RenewalState }>('connect-account')
    return stored['connect-account']
  })

/** What the extension's alarm does, now. */
const ring = (worker: Worker) => worker.evaluate(() => chrome.alarms.create('check', { when: Date.now() }))

test('the extension links LinkedIn, renews the session unseen, and stops after three refusals', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'connect-account-extension-'))
  const name = `extension${Date.now().toString(36)}`
  const anna = signInName('plain', name)
  await buildExtension(DEMO_URL, folder)
  const context = await openBrowser(folder, name)
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const popup = await context.newPage()
    await popup.setViewportSize({ width: 320, height: 420 })
    await popup.goto(`${EXTENSION_ORIGIN}/popup.html`)
    const connect = popup.getByRole('button', { name: 'Agree and connect' })

    await test.step('nothing is sent before the user is signed in to LinkedIn', async () => {
      await connect.click()
      await expect(popup.getByRole('heading')).toHaveText('Sign in to LinkedIn')
    })

    await test.step('links', async () => {
      await signInToLinkedIn(context, anna)
      // The cookie's change is enough.
      await expect.poll(() => stateOf(worker)).toMatchObject({ status: 'connected' })
      await popup.reload()
      await expect(popup.getByRole('heading')).toHaveText('LinkedIn is connected')
    })
    await popup.close()
    const account = await phone.account(anna)
    const status = async () => (await phone.account(anna)).status

    await test.step('renews unseen', async () => {
      await phone.setStatus(account.id, 'disconnected')
      await expect.poll(() => statusAtHost(context)).toBe('disconnected')
      await ring(worker)
      await expect.poll(status).toBe('running')
    })

    await test.step('another member’s session is a mismatch and changes nothing', async () => {
      // Nothing is left to do of the renewal.
      await expect.poll(() => statusAtHost(context)).toBe('running')
      await phone.setStatus(account.id, 'disconnected')
      await expect.poll(() => statusAtHost(context)).toBe('disconnected')
      await signInToLinkedIn(context, signInName('plain', `${name}other`))
      await expect
        .poll(() => stateOf(worker))
        .toMatchObject({ status: 'refused', reason: 'mismatch', refusals: 1 })
      expect(await status()).toBe('disconnected')
    })

    await test.step('stops after three refusals', async () => {
      for (const [refusals, state] of [
        [2, 'refused'],
        [3, 'stopped'],
      ] as const) {
        await ring(worker)
        await expect.poll(() => stateOf(worker)).toMatchObject({ status: state, refusals })
      }
      const stopped = await stateOf(worker)
      await ring(worker)
      await expect.poll(async () => (await stateOf(worker))?.checkedAt).not.toBe(stopped?.checkedAt)
      expect(await stateOf(worker)).toMatchObject({ status: 'stopped', refusals: 3 })
      expect(await status()).toBe('disconnected')
    })

    await test.step('goes on when the user asks for it', async () => {
      await signInToLinkedIn(context, anna)
      const page = await context.newPage()
      await page.goto(`${EXTENSION_ORIGIN}/popup.html`)
      await expect(page.getByRole('heading')).toHaveText('Reconnecting has stopped')
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('heading')).toHaveText('LinkedIn is connected')
      expect(await status()).toBe('running')
      // No cookie is kept.
      const kept = await worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get()))
      expect(kept).not.toContain(name)
    })
  } finally {
    await context.close()
    await rm(folder, { recursive: true, force: true })
  }
})
