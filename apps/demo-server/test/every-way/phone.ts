import { createGuardrails, generate } from 'otplib'

interface PhoneState {
  readonly messages: readonly { code: string; sentAt: string }[]
  readonly totp: { readonly secret: string }
}

/** The sandbox's phone, by its JSON side. */
export class Phone {
  readonly #url: string

  constructor(sandboxUrl: string) {
    this.#url = `${sandboxUrl}/phone`
  }

  async code(to: string): Promise<string> {
    const { messages } = await this.#look(to)
    const newest = [...messages].sort((a, b) => b.sentAt.localeCompare(a.sentAt))[0]
    if (!newest) throw new Error(`No message reached ${to}.`)
    return newest.code
  }

  async totp(to: string): Promise<string> {
    const { totp } = await this.#look(to)
    return generate({ secret: totp.secret, guardrails: createGuardrails({ MIN_SECRET_BYTES: 1 }) })
  }

  approve(to: string, approve: boolean): Promise<void> {
    return this.#post('/approve', { to, approve })
  }

  scan(qrcode: string, as: string): Promise<void> {
    return this.#post('/scan', { qrcode, as })
  }

  expire(qrcode: string): Promise<void> {
    return this.#post('/expire', { qrcode })
  }

  async #look(to: string): Promise<PhoneState> {
    const response = await fetch(`${this.#url}?to=${encodeURIComponent(to)}`, {
      headers: { accept: 'application/json' },
    })
    return response.json() as Promise<PhoneState>
  }

  async #post(path: string, body: object): Promise<void> {
    const response = await fetch(this.#url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }
}
