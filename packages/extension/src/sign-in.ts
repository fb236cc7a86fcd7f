import {
  type ConnectTransport,
  type Intent,
  isOutcome,
  type Outcome,
  Secret,
} from '@connect-account/core/protocol'
import type { LinkedInSession } from './linkedin-session.ts'

/** LinkedIn asked for something that only the user can do, such as a code. The attempt was canceled. */
export interface NeedsUser {
  readonly type: 'needs_user'
}

export interface SignInInput {
  readonly session: LinkedInSession
  /** Reconnect this account instead of linking a new one. */
  readonly accountId?: string | undefined
  /** Ends the attempt. */
  readonly signal: AbortSignal
}

/**
 * Signs in to LinkedIn with the cookies, and waits for the end. Rejects with a `ConnectError`, or with the
 * signal's reason. Sends the cookies to the host's backend and nowhere else; keeps nothing.
 */
export async function signIn(
  transport: ConnectTransport,
  { session, accountId, signal }: SignInInput,
): Promise<Outcome | NeedsUser> {
  const { step, id } = await transport.startIntent(
    {
      provider: 'linkedin',
      method: 'cookies',
      credentials: new Secret({ ...session }),
      ...(accountId !== undefined && { accountId }),
      idempotencyKey: crypto.randomUUID(),
    },
    signal,
  )
  if (isOutcome(step)) return step
  const end = await watchUntilEnd(transport, id, signal)
  if (end.type === 'needs_user') await transport.cancel(id, signal)
  return end
}

function watchUntilEnd(
  transport: ConnectTransport,
  id: string,
  signal: AbortSignal,
): Promise<Outcome | NeedsUser> {
  return new Promise((resolve, reject) => {
    const onAbort = () => settle(() => reject(signal.reason))
    const onIntent = ({ step }: Intent) => {
      if (isOutcome(step)) settle(() => resolve(step))
      else if (step.type !== 'loading') settle(() => resolve({ type: 'needs_user' }))
    }
    const stop = transport.watch(id, { onIntent, onError: (error) => settle(() => reject(error)) })
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) onAbort()

    function settle(done: () => void) {
      signal.removeEventListener('abort', onAbort)
      // A watch may report before it has returned how to stop it.
      queueMicrotask(() => stop())
      done()
    }
  })
}
