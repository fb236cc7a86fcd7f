import { jsonResponse } from '../http/direct-body.ts'
import { allowedProviders } from '../intents/verbs/check-start.ts'
import { withUserProxies } from '../intents/verbs/user-proxy.ts'
import type { HandlerContext } from './handler-context.ts'
import type { SessionRoute } from './route.ts'

export function providerRoutes({
  upstream,
  allowUserProxy,
}: Pick<HandlerContext, 'upstream' | 'allowUserProxy'>): SessionRoute[] {
  return [
    {
      method: 'GET',
      path: '/providers',
      forLinks: true,
      async answer({ session }) {
        const providers = withUserProxies(allowedProviders(session, upstream), session.userId, allowUserProxy)
        return jsonResponse({ providers })
      },
    },
  ]
}
