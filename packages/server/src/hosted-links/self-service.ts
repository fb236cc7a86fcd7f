import { ConnectError } from '@connect-account/core/errors'
import { withTimeout } from '../scheduler/with-timeout.ts'
import { mayLink, type Session } from '../session/session-tokens.ts'
import type { LinkRecord } from '../store/link-store.ts'
import type { LinkContext } from './link-context.ts'

/** How long one of the host's functions may take, in milliseconds. */
const HOST_TIMEOUT_MS = 10_000

/** @throws ConnectError `self_service_off` unless the host lets this user make links. */
export async function checkSelfService({ page }: Pick<LinkContext, 'page'>, userId: string): Promise<void> {
  const allow = page?.selfService ?? false
  const isAllowed =
    typeof allow === 'boolean'
      ? allow
      : await withTimeout(
          allow({ userId }),
          HOST_TIMEOUT_MS,
          () => new Error('links.selfService took too long.'),
        )
  if (isAllowed !== true) throw new ConnectError('self_service_off')
}

/** Whether the session's user made the link without the host, and the session may use all that it offers. */
export function isOwnLink(session: Session, { userId, madeBy, options }: LinkRecord): boolean {
  const isWithin = options.providers
    ? options.providers.every((provider) => mayLink(session, provider))
    : session.providers === undefined
  return userId === session.userId && madeBy === 'user' && isWithin
}
