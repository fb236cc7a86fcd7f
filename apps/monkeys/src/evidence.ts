import { providerCatalogue } from '@connect-account/core/catalogue'
import type { SandboxPhone } from '@connect-account/sandbox/testing'
import type { BrowserContext } from '@playwright/test'
import * as v from 'valibot'
import type { Row } from './screen.ts'
import type { Witness } from './witness.ts'

const account = v.object({
  id: v.string(),
  provider: v.string(),
  name: v.optional(v.string()),
  status: v.string(),
  createdAt: v.string(),
})
const accountList = v.object({ accounts: v.array(account) })
const session = v.object({ token: v.string() })
const intent = v.object({
  id: v.string(),
  provider: v.string(),
  createdAt: v.string(),
  step: v.object({ type: v.string(), account: v.optional(v.object({ id: v.string() })) }),
})

export type StoredAccount = v.InferOutput<typeof account>
export type StoredIntent = v.InferOutput<typeof intent>

export interface UpstreamAccount {
  readonly id: string
  /** The sign-in name. */
  readonly to: string
  readonly provider: string
  readonly status: string
}

/** What the server and the sandbox hold of one walk, in a healed world. */
export interface Stored {
  /** The user's accounts, by the browser API. */
  readonly accounts: readonly StoredAccount[]
  /** The intents that the walk's tabs knew of and that are still stored. */
  readonly intents: readonly StoredIntent[]
  /** The accounts at the sandbox that are younger than the walk. */
  readonly upstream: readonly UpstreamAccount[]
}

/**
 * Reads it all with a session of the context's user.
 * @param before - Unipile's ids of the accounts that are older than the walk.
 */
export async function readStored(
  { request }: BrowserContext,
  demoUrl: string,
  witness: Witness,
  phone: SandboxPhone,
  before: ReadonlySet<string>,
): Promise<Stored> {
  const { token } = v.parse(session, await (await request.post(`${demoUrl}/api/connect-session`)).json())
  const get = async (path: string) => {
    const response = await request.get(`${demoUrl}/connect${path}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return response.ok() ? response.json() : undefined
  }
  const { accounts } = v.parse(accountList, await get('/accounts'))
  const intents: StoredIntent[] = []
  for (const id of witness.intents) {
    const body: unknown = await get(`/intents/${id}`)
    // A start that was canceled before it arrived has none.
    if (body !== undefined) intents.push(v.parse(intent, body))
  }
  return { accounts, intents, upstream: (await readUpstream(phone)).filter(({ id }) => !before.has(id)) }
}

/** Returns every account at the sandbox. */
export async function readUpstream(phone: SandboxPhone): Promise<UpstreamAccount[]> {
  const { accounts } = await phone.look()
  return accounts.map(({ id, to, provider, status }) => ({ id, to, provider: idOf(provider), status }))
}

/** The phone's names of the providers that the catalogue calls otherwise. */
const phoneNames: Readonly<Record<string, string>> = { Google: 'google', Mail: 'imap' }

function idOf(name: string): string {
  return phoneNames[name] ?? providerCatalogue.find((provider) => provider.name === name)?.id ?? name
}

/** The user canceled in a tab. */
export interface Cancel {
  /** Epoch milliseconds. */
  readonly at: number
  /** The tab's number. */
  readonly tab: number
}

/** Everything that must agree at the end of a walk. */
export interface Evidence extends Stored {
  readonly script: string
  /** The id of the provider that the walk is about. */
  readonly provider: string
  readonly told: Witness['told']
  readonly calls: Witness['calls']
  /** The list of accounts as the page shows it. */
  readonly listed: readonly Row[]
  /** Our ids of the accounts that the user disconnected. */
  readonly disconnected: ReadonlySet<string>
  readonly cancels: readonly Cancel[]
  /** Whether webhooks were lost. */
  readonly hasLostWebhooks: boolean
}
