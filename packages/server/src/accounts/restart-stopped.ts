import { ConnectError } from '@connect-account/core/errors'
import { errorForLog } from '../log/error-for-log.ts'
import type { Logger } from '../log/logger.ts'
import type { Upstream, UpstreamAccount } from '../upstream/upstream.ts'

export interface RestartContext {
  readonly upstream: Pick<Upstream, 'restartAccount'>
  readonly logger: Logger
}

/**
 * Restarts an account that Unipile has stopped, once per stop: an account whose status is stored already was
 * tried before.
 * @returns the account as it is then, whether the attempt helped or not.
 */
export async function restartStopped(
  { upstream, logger }: RestartContext,
  account: UpstreamAccount,
  storedStatus: string,
): Promise<UpstreamAccount> {
  if (!account.isStopped || !upstream.restartAccount || storedStatus === account.status) return account
  try {
    const restarted = await upstream.restartAccount(account.id)
    const helped = !restarted.isStopped
    logger.info(
      {},
      `Restarted an account that Unipile had stopped: it ${helped ? 'runs' : 'is still stopped'}`,
    )
    return restarted
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error
    logger.warn({ err: errorForLog(error) }, 'Could not restart an account that Unipile has stopped')
    return account
  }
}
