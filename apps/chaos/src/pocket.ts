import * as v from 'valibot'
import { Phone } from '../../demo-server/test/every-way/phone.ts'
import { apiKey } from './arrangement.ts'

/** Longer than the sandbox takes for anything here, in milliseconds. */
const LIMIT = 10_000

const viewSchema = v.object({
  accounts: v.array(v.object({ id: v.string(), to: v.string(), status: v.string() })),
})

export type UpstreamAccount = v.InferOutput<typeof viewSchema>['accounts'][number]

/** The user's phone, and what else happens to accounts at the provider; without any fault on the way there. */
export class Pocket extends Phone {
  readonly #sandboxUrl: string

  constructor(sandboxUrl: string) {
    super(sandboxUrl)
    this.#sandboxUrl = sandboxUrl
  }

  /** Every account that Unipile holds, or this person's. */
  async accounts(to?: string): Promise<UpstreamAccount[]> {
    const response = await this.#send('GET', `/phone${to ? `?to=${encodeURIComponent(to)}` : ''}`)
    return v.parse(viewSchema, await response.json()).accounts
  }

  /** The provider signs the account out. */
  async endSession(accountId: string): Promise<void> {
    await this.#send('POST', `/phone/accounts/${accountId}`, { status: 'disconnected' })
  }

  /** Somebody removes the account at Unipile, past the host. */
  async removeAccount(accountId: string): Promise<void> {
    await this.#send('DELETE', `/v2/accounts/${accountId}`)
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(this.#sandboxUrl + path, {
      method,
      headers: {
        accept: 'application/json',
        'x-api-key': apiKey,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(LIMIT),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response
  }
}
