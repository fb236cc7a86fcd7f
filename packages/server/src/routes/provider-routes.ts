import { jsonResponse } from '../http/direct-body.ts'
import { allowedProviders } from '../intents/verbs/check-start.ts'
import { withUserProxies } from '../intents/verbs/user-proxy.ts'
import type { HandlerContext } from './handler-context.ts'
import type { SessionRoute } from './route.ts'

export function providerRoutes({
  upstream,
  allowUserProxy,
  refusedMethods,
  timings,
  now,
}: Pick<
  HandlerContext,
  'upstream' | 'allowUserProxy' | 'refusedMethods' | 'timings' | 'now'
>): SessionRoute[] {
  const readRefused = async () => {
    const forMs = timings.unsupportedMinutes * 60_000
    return forMs === 0 ? [] : refusedMethods.listSince(new Date(now() - forMs))
  }

  return [
    {
      method: 'GET',
      path: '/providers',
      forLinks: true,
      async answer({ session }) {
        const allowed = allowedProviders(session, upstream, await readRefused())
        const providers = withUserProxies(allowed, session.userId, allowUserProxy)
        return jsonResponse({ providers })
      },
    },
  ]
}
