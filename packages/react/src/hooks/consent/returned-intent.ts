import type { ConnectTransport, Intent } from '@connect-account/core'
import { CONSENT_RETURN_PARAMETER } from '@connect-account/core/internal'
import { type FlowName, hasRemembered, isRemembered } from '../browser/tab-memory.ts'

/** The longest return address that a start accepts. */
const MAX_LENGTH = 2048

/** Confirms what a page's address says of a return. Loaded only if it says something. */
let pageReturn: Promise<typeof import('./page-return.ts') | undefined> | undefined

/** This page's address, without the intent of an earlier return. */
function cleanAddress(): URL {
  const url = new URL(window.location.href)
  url.searchParams.delete(CONSENT_RETURN_PARAMETER)
  return url
}

/** The return address: this page, without its query if that makes it too long. */
export function returnAddress(): string {
  const { href, origin, pathname } = cleanAddress()
  return href.length > MAX_LENGTH ? origin + pathname : href
}

/** The address of this page that continues with this intent, on any device of the user. */
export function addressOf(intentId: string): string {
  const url = cleanAddress()
  url.searchParams.set(CONSENT_RETURN_PARAMETER, intentId)
  return url.href
}

/**
 * The intent that the page's address names and that no other flow of this tab is in. The address proves
 * nothing: the server shows an intent to its own user only. A flow that reconnects an account ignores the
 * address, because it finds its intent in the tab's memory.
 */
export function returnedIntent({ accountId, userKey }: FlowName): string | undefined {
  if (accountId !== undefined) return undefined
  const id = new URLSearchParams(globalThis.location?.search).get(CONSENT_RETURN_PARAMETER)
  return id && !isRemembered(id, { userKey }) ? id : undefined
}

/** Takes the return out of the page's address. */
export function takeReturn(): void {
  if (!window.location.search.includes(CONSENT_RETURN_PARAMETER)) return
  pageReturn = import('./page-return.ts').then(
    (loaded) => {
      loaded.takeReturn(cleanAddress())
      return loaded
    },
    // A reload repeats the return.
    () => undefined,
  )
}

/** Reads the intent. If this page's address had its return, that is confirmed first. */
export async function readReturned(
  transport: ConnectTransport,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Intent> {
  const loaded = await pageReturn
  return loaded ? loaded.readReturned(transport, id, signal) : transport.getIntent(id, signal)
}

/**
 * Whether this tab has an open intent from before a reload, a closed dialog or a provider's consent page. If
 * so, open the flow again: it resumes at the same checkpoint.
 *
 * Pass what distinguishes the flow from others on the page (`accountId`, `providers`, `id`), and the `userKey`
 * if the flow has one, so that another user's flow does not open. Omitted parts match everything, but a flow that reconnects an account is found by its `accountId` only.
 */
export function hasOpenIntent(name: FlowName = {}): boolean {
  return hasRemembered(name) || returnedIntent(name) !== undefined
}
