import { expect } from '@playwright/test'
import { createGuardrails, generate } from 'otplib'

interface PhoneState {
  readonly messages: readonly { to: string; channel: string; text: string; code: string; sentAt: string }[]
  readonly approvals: readonly { id: string; to: string; askedAt: string }[]
  readonly totp: { readonly secret: string }
}

interface PhoneAccount {
  readonly id: string
  readonly to: string
  readonly config?: unknown
}

/** A client for the sandbox's phone: what the user would read and tap there. */
export class Phone {
  readonly #url: string

  constructor(url: string) {
    this.#url = url
  }

  async look(to: string): Promise<PhoneState> {
    const response = await fetch(`${this.#url}?to=${encodeURIComponent(to)}`, {
      headers: { accept: 'application/json' },
    })
    expect(response.status).toBe(200)
    return response.json()
  }

  /** Waits until `to` received `count` codes, and returns the newest. */
  async code(to: string, count = 1): Promise<string> {
    let code = ''
    await expect(async () => {
      const { messages } = await this.look(to)
      expect(messages.length).toBeGreaterThanOrEqual(count)
      code = [...messages].sort((a, b) => b.sentAt.localeCompare(a.sentAt))[0]?.code ?? ''
    }).toPass()
    return code
  }

  /** The current code of the authenticator app (RFC 6238). */
  async totp(to: string): Promise<string> {
    const { totp } = await this.look(to)
    // The sandbox's secrets may be shorter than the library's minimum.
    return generate({ secret: totp.secret, guardrails: createGuardrails({ MIN_SECRET_BYTES: 1 }) })
  }

  async approve(to: string, approve = true): Promise<void> {
    await expect(async () => expect((await this.look(to)).approvals.length).toBeGreaterThan(0)).toPass()
    await this.#post('/approve', { to, approve })
  }

  scan(qrcode: string, as: string): Promise<void> {
    return this.#post('/scan', { qrcode, as })
  }

  /** Expires the current QR code. */
  expire(qrcode: string): Promise<void> {
    return this.#post('/expire', { qrcode })
  }

  /** Ends the account's session at the provider, like a password change does. */
  async endSession(owner: string): Promise<void> {
    const account = await this.#account(owner)
    await this.#post(`/accounts/${account?.id}`, { status: 'disconnected' })
  }

  /** The configuration that the start sent beside the credentials. */
  async configOf(owner: string): Promise<unknown> {
    return (await this.#account(owner))?.config
  }

  async #account(owner: string): Promise<PhoneAccount | undefined> {
    const response = await fetch(this.#url, { headers: { accept: 'application/json' } })
    const { accounts }: { accounts: readonly PhoneAccount[] } = await response.json()
    return accounts.find(({ to }) => to === owner)
  }

  async #post(path: string, body: object): Promise<void> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.ok, `${path}: ${response.status}`).toBe(true)
  }
}
