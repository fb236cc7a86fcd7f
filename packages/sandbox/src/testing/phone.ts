import * as v from 'valibot'
import type { AccountStatus, DeliveryMode, SyncStatus } from '../wire/enums.ts'
import { type PhoneContents, phoneContentsSchema } from '../wire/phone-contents.ts'

const POLL_MS = 50
const CALL_TIMEOUT_MS = 10_000

export interface SandboxPhoneOptions {
  /**
   * How long to wait for what has not arrived yet, in milliseconds. With 0 a call that finds nothing rejects
   * at once.
   * @default 10000
   */
  readonly waitMs?: number
}

/**
 * The phone of the sandbox's personas, used over HTTP. Every call rejects if the sandbox refuses it or cannot
 * be reached. People go by their sign-in name: `otp.anna@sandbox.test`.
 */
export interface SandboxPhone {
  /** Returns what is on the phone: one person's, or everyone's without a name. Does not wait. */
  look(signInName?: string): Promise<PhoneContents>
  /**
   * Waits until `count` codes have been sent to this person; returns the newest.
   * @param count - Default: 1.
   */
  code(signInName: string, count?: number): Promise<string>
  /** Returns the code that the person's authenticator app shows now. */
  totp(signInName: string): Promise<string>
  /**
   * Waits for a notification and approves the sign-in.
   * @param value - What the page shows, if the notification asks to tap or enter it. Another value declines it.
   */
  approve(signInName: string, value?: string): Promise<void>
  /** Waits for a notification and declines the sign-in. */
  decline(signInName: string): Promise<void>
  /** Waits until a QR code is shown; returns the newest, of any intent. */
  qrCode(): Promise<string>
  /** Scans a QR code, given as its text, as this person. */
  scan(qrcode: string, signInName: string): Promise<void>
  /** Expires a QR code, so that the next one is shown. */
  expire(qrcode: string): Promise<void>
  /** Waits until the person has a linked account; returns the newest. */
  account(signInName: string): Promise<PhoneContents['accounts'][number]>
  /**
   * Sets an account's status, with its webhook: `disconnected` ends the session at the provider.
   * @param product - The one product that `partial` or `degraded` is about, such as `recruiter`.
   */
  setStatus(accountId: string, status: AccountStatus, product?: string): Promise<void>
  /** Makes Unipile refuse to act on an account, or act on it again, with its webhook. */
  setLocked(accountId: string, locked: boolean): Promise<void>
  /** Sets the status of an account's initial sync, with its webhook. */
  setSync(accountId: string, status: SyncStatus): Promise<void>
  /** Sets how webhooks are delivered from now on. */
  setDelivery(mode: DeliveryMode): Promise<void>
}

/** @param sandboxUrl - The sandbox's address, like `http://localhost:4010`. */
export function sandboxPhone(
  sandboxUrl: string,
  { waitMs = 10_000 }: SandboxPhoneOptions = {},
): SandboxPhone {
  const base = `${sandboxUrl.replace(/\/$/, '')}/phone`

  async function call(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(base + path, {
      ...init,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    })
    if (response.ok) return response
    throw new Error(`${init.method} ${base}${path} failed: ${response.status} ${await response.text()}`)
  }

  async function post(path: string, body: object): Promise<void> {
    await call(path, { method: 'POST', body: JSON.stringify(body) })
  }

  async function look(signInName?: string): Promise<PhoneContents> {
    const query = signInName === undefined ? '' : `?to=${encodeURIComponent(signInName)}`
    const response = await call(query, { method: 'GET' })
    return v.parse(phoneContentsSchema, await response.json())
  }

  async function waitFor<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
    const deadline = performance.now() + waitMs
    for (;;) {
      const found = await find()
      if (found !== undefined) return found
      if (performance.now() >= deadline) {
        throw new Error(`The sandbox's phone has no ${what} after ${waitMs} ms.`)
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  async function decide(to: string, approve: boolean, value?: string): Promise<void> {
    await waitFor(`sign-in of ${to} to approve`, async () => (await look(to)).approvals[0])
    await post('/approve', { to, approve, ...(value !== undefined && { value }) })
  }

  return {
    look,
    code: (to, count = 1) =>
      waitFor(count === 1 ? `code for ${to}` : `${count} codes for ${to}`, async () => {
        const { messages } = await look(to)
        return messages.length >= count ? messages[0]?.code : undefined
      }),
    totp: (to) => waitFor(`authenticator of ${to}`, async () => (await look(to)).totp?.code),
    approve: (to, value) => decide(to, true, value),
    decline: (to) => decide(to, false),
    qrCode: () => waitFor('QR code to scan', async () => (await look()).codes[0]?.token),
    scan: (qrcode, as) => post('/scan', { qrcode, as }),
    expire: (qrcode) => post('/expire', { qrcode }),
    account: (to) => waitFor(`account of ${to}`, async () => (await look(to)).accounts[0]),
    setStatus: (id, status, product) =>
      post(`/accounts/${id}`, { status, ...(product !== undefined && { product }) }),
    setLocked: (id, locked) => post(`/accounts/${id}/lock`, { locked }),
    setSync: (id, status) => post(`/accounts/${id}/sync`, { status }),
    setDelivery: (mode) => post('/webhooks', { mode }),
  }
}
