import { ConnectError, errorCodeOf, readProblem } from '@connect-account/core'
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

/** What the link offers, and the theme of the page. */
export type OpenedLink = v.InferOutput<typeof openedSchema>
export type Theme = OpenedLink['theme']
/** How the intent ended, and where to redirect. */
export type LeftLink = v.InferOutput<typeof leftSchema>

/** Opens the link and creates a session for it. Rejects with a `ConnectError`. */
export function openLink(address: LinkAddress): Promise<OpenedLink> {
  return post(address, 'session', {}, openedSchema)
}

/** Returns where to go at the end, also for a used link. Rejects with a `ConnectError`. */
export function leaveLink(address: LinkAddress, intentId: string | undefined): Promise<LeftLink> {
  return post(address, 'leave', intentId === undefined ? {} : { intentId }, leftSchema)
}

async function post<S extends v.GenericSchema>(
  { base, token }: LinkAddress,
  action: 'session' | 'leave',
  body: object,
  schema: S,
): Promise<v.InferOutput<S>> {
  if (!token) throw new ConnectError('link_not_found')
  let response: Response
  try {
    response = await fetch(`${base}/links/${encodeURIComponent(token)}/${action}`, {
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
