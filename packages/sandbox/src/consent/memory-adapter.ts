import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Entry {
  readonly payload: AdapterPayload
  readonly expiresAt: number
}

/** The authorization server's storage, in memory. It uses the system clock, as the server does. */
export class MemoryAdapter implements Adapter {
  readonly #kind: string
  readonly #entries: Map<string, Entry>

  /** @param entries - Shared by all kinds of one server. */
  constructor(kind: string, entries: Map<string, Entry>) {
    this.#kind = kind
    this.#entries = entries
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const now = Date.now()
    for (const [key, { expiresAt }] of this.#entries) if (expiresAt <= now) this.#entries.delete(key)
    this.#entries.set(this.#key(id), { payload, expiresAt: expiresIn ? now + expiresIn * 1000 : Infinity })
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.#entries.get(this.#key(id))
    return entry && entry.expiresAt > Date.now() ? entry.payload : undefined
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy((payload) => payload.uid === uid)
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findBy((payload) => payload.userCode === userCode)
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id)
    if (payload) payload.consumed = Math.floor(Date.now() / 1000)
  }

  async destroy(id: string): Promise<void> {
    this.#entries.delete(this.#key(id))
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.#entries) {
      if (payload.grantId === grantId) this.#entries.delete(key)
    }
  }

  #findBy(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, expiresAt }] of this.#entries) {
      if (key.startsWith(`${this.#kind}:`) && expiresAt > Date.now() && matches(payload)) return payload
    }
    return undefined
  }

  #key(id: string): string {
    return `${this.#kind}:${id}`
  }
}
