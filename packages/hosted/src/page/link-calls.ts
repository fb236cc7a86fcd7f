import { ConnectError } from '@connect-account/core'
import { errorCodeOf, readProblem } from '@connect-account/core/internal'
import * as v from 'valibot'
import type { LinkAddress } from './link-address.ts'

const TIMEOUT_MS = 30_000

const openedSchema = v.object({
  session: v.string(),
  theme: v.object({
    productName: v.optional(v.string()),
    logoUrl: v.optional(v.string()),
    accent: v.optional(v.string()),
    appearance: v.optional(v.picklist(['auto', 'light', 'dark'])),
    cssVariables: v.optional(v.record(v.string(), v.string())),
  }),
  captcha: v.picklist(['arkose', 'altcha']),
  providers: v.optional(v.array(v.string())),
  accountId: v.optional(v.string()),
  locale: v.optional(v.string()),
})

const leftSchema = v.object({ outcome: v.string(), returnTo: v.optional(v.string()) })

/** What the link offers and how the page looks. */
export type OpenedLink = v.InferOutput<typeof openedSchema>
export type Theme = OpenedLink['theme']
/** How the attempt ended, and where to go. */
export type LeftLink = v.InferOutput<typeof leftSchema>

/** Opens the link: a session for what it is for. Rejects with a `ConnectError`. */
export function openLink(address: LinkAddress): Promise<OpenedLink> {
  return ask(address, 'session', {}, openedSchema)
}

/** Where to go now. Works for a link that has been used too. Rejects with a `ConnectError`. */
export function leaveLink(address: LinkAddress, intentId: string | undefined): Promise<LeftLink> {
  return ask(address, 'leave', intentId === undefined ? {} : { intentId }, leftSchema)
}

async function ask<S extends v.GenericSchema>(
  { base, token }: LinkAddress,
  what: 'session' | 'leave',
  body: object,
  schema: S,
): Promise<v.InferOutput<S>> {
  if (!token) throw new ConnectError('link_not_found')
  let response: Response
  try {
    response = await fetch(`${base}/links/${encodeURIComponent(token)}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body: JSON.stringify(body),
    })
  } catch (cause) {
    throw new ConnectError('network_unreachable', { cause })
  }
  try {
    const answer: unknown = await response.json()
    if (response.ok) return v.parse(schema, answer)
    throw new ConnectError(errorCodeOf(readProblem(answer).code))
  } catch (error) {
    throw error instanceof ConnectError ? error : new ConnectError('unexpected_answer', { cause: error })
  }
}
