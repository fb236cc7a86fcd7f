import type { AccountsClient } from '@connect-account/core/client'
import { ConnectError } from '@connect-account/core/errors'
import type { ConnectTransport } from '@connect-account/core/protocol'
import type { ExtensionBrowser } from './browser.ts'
import { isTransient } from './is-transient.ts'
import { readLinkedInSession } from './linkedin-session.ts'
import { MAX_REFUSALS, OFF, type RenewalState, readState, writeState } from './renewal-state.ts'
import { signIn } from './sign-in.ts'

type End = Awaited<ReturnType<typeof signIn>>

/** Milliseconds that one attempt may take. */
const ATTEMPT_LIMIT = 120_000

export interface RenewalOptions {
  /** `chrome`, or `browser` in Firefox. */
  readonly browser: ExtensionBrowser
  /** `createConnectClient({ session, baseUrl })` of `@connect-account/core/client`. */
  readonly transport: ConnectTransport
  /** `createAccountsClient` with the same options. */
  readonly accounts: Pick<AccountsClient, 'list'>
  /** Default: this browser's. */
  readonly userAgent?: string
  /** Epoch milliseconds. Default: the system's. */
  readonly now?: () => number
}

/**
 * Keeps one LinkedIn account linked. Calls run one after another, and each resolves to the state afterwards;
 * none rejects for what the backend, LinkedIn or the network does.
 */
export interface LinkedInRenewal {
  state(): Promise<RenewalState>
  /**
   * Links the account of the person who is signed in to LinkedIn in this browser. Call it when the user has
   * agreed to it: it reads cookies. After a stop it tries again.
   */
  connect(): Promise<RenewalState>
  /**
   * Looks whether the account still works, and renews its session if LinkedIn has ended it. Call it by an alarm,
   * and when LinkedIn's cookies change. Reads no cookie while the account works, or while the state is `off` or
   * `stopped`.
   */
  check(): Promise<RenewalState>
  /** Forgets the account and stops. The account stays linked: the user disconnects it in the host's app. */
  turnOff(): Promise<RenewalState>
}

export function createLinkedInRenewal({
  browser,
  transport,
  accounts,
  userAgent = navigator.userAgent,
  now = Date.now,
}: RenewalOptions): LinkedInRenewal {
  /** The end of the last call. An alarm and the user's click may come at the same time. */
  let last: Promise<unknown> = Promise.resolve()

  function next(
    change: (state: RenewalState) => Promise<RenewalState>,
    { isAsked = false } = {},
  ): Promise<RenewalState> {
    const call = last.then(async () => {
      const stored = await readState(browser)
      // The user who asks may have signed in to LinkedIn again, so earlier refusals say nothing.
      const state = isAsked ? { ...stored, refusals: 0 } : stored
      const changed = await change(state).catch((error: unknown) => explain(state, error))
      await writeState(browser, { ...changed, checkedAt: new Date(now()).toISOString() })
      return readState(browser)
    })
    last = call.catch(() => {})
    return call
  }

  /** Signs in with this browser's session. Returns `undefined` if nobody is signed in to LinkedIn here. */
  async function attempt(accountId: string | undefined): Promise<End | undefined> {
    const session = await readLinkedInSession(browser, userAgent)
    return session && signIn(transport, { session, accountId, signal: AbortSignal.timeout(ATTEMPT_LIMIT) })
  }

  return {
    state: () => readState(browser),
    connect: () =>
      next(
        async (state) => {
          const end = await attempt(state.accountId)
          // The user's own account, which no longer works.
          const broken = end?.type === 'duplicate' && end.account?.status !== 'running' && end.account
          return judge(state, broken ? await attempt(broken.id) : end)
        },
        { isAsked: true },
      ),
    check: () =>
      next(async (state) => {
        const { status, accountId } = state
        if (status === 'off' || status === 'stopped') return state
        if (accountId === undefined) return judge(state, await attempt(undefined))
        const account = (await accounts.list()).find(({ id }) => id === accountId)
        if (!account) return OFF
        if (account.status !== 'disconnected') return { status: 'connected', accountId, refusals: 0 }
        return judge(state, await attempt(accountId))
      }),
    turnOff: () => next(async () => OFF),
  }
}

/** The state after an attempt. */
function judge(before: RenewalState, end: End | undefined): RenewalState {
  if (!end) return { ...known(before), status: 'linkedin_signed_out' }
  switch (end.type) {
    case 'linked':
    case 'relinked':
      return { status: 'connected', accountId: end.account.id, refusals: 0 }
    case 'duplicate':
      return end.account
        ? { status: 'connected', accountId: end.account.id, refusals: 0 }
        : refuse(before, 'account_exists')
    case 'failed':
      return isTransient(end.error.code) ? postpone(before, end.error.code) : refuse(before, end.error.code)
    default:
      return refuse(before, end.type)
  }
}

/** The state after an attempt that broke off. Throws what is a mistake of the program. */
function explain(before: RenewalState, error: unknown): RenewalState {
  if (error instanceof ConnectError) {
    return isTransient(error.code) ? postpone(before, error.code) : refuse(before, error.code)
  }
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return postpone(before, 'network_timeout')
  throw error
}

function postpone(before: RenewalState, reason: string): RenewalState {
  const isSignedOut = /^session_(missing|invalid|expired)$/.test(reason)
  return { ...known(before), status: isSignedOut ? 'app_signed_out' : 'unreachable', reason }
}

function refuse(before: RenewalState, reason: string): RenewalState {
  const refusals = before.refusals + 1
  return { ...known(before), status: refusals < MAX_REFUSALS ? 'refused' : 'stopped', refusals, reason }
}

function known({ accountId, refusals }: RenewalState) {
  return { refusals, ...(accountId !== undefined && { accountId }) }
}
