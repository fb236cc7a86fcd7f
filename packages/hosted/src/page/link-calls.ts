import { ConnectError } from '@connect-account/core'
import { errorCodeOf, readProblem } from '@connect-account/core/internal'
import {
  type LeftLink,
  type LinkDetails,
  type OpenedLink,
  type Reader,
  readLeftLink,
  readLinkDetails,
  readOpenedLink,
} from '@connect-account/core/protocol'
import type { LinkAddress } from './link-address.ts'
import { linkMemory } from './link-memory.ts'
import { ownBrowser } from './own-browser.ts'

const TIMEOUT_MS = 30_000

/** Returns whose account it becomes. Changes nothing. Rejects with a `ConnectError`. */
export function readDetails(address: LinkAddress): Promise<LinkDetails> {
  return post(address, 'details', visitOf(address, linkMemory.read()), readLinkDetails)
}

/**
 * Opens the link for this browser, or continues the attempt that the tab remembers, and creates a session for it.
 * Rejects with a `ConnectError`.
 */
export function openLink(address: LinkAddress, browser: string): Promise<OpenedLink> {
  return post(address, 'session', { ...visitOf(address, linkMemory.read()), browser }, readOpenedLink)
}

/** Returns where to go at the end, also for a used link. Rejects with a `ConnectError`. */
export function leaveLink(address: LinkAddress, intentId: string | undefined): Promise<LeftLink> {
  return post(address, 'leave', visitOf(address, intentId), readLeftLink)
}

function visitOf({ token }: LinkAddress, intentId: string | undefined) {
  const browser = token && ownBrowser(token)
  return { ...(browser ? { browser } : {}), ...(intentId === undefined ? {} : { intentId }) }
}

async function post<T>(
  { base, token }: LinkAddress,
  action: 'details' | 'session' | 'leave',
  body: object,
  read: Reader<T>,
): Promise<T> {
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
    if (response.ok) return read(answer)
    throw new ConnectError(errorCodeOf(readProblem(answer).code))
  } catch (error) {
    throw error instanceof ConnectError ? error : new ConnectError('unexpected_answer', { cause: error })
  }
}
