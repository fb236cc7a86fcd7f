import { allowedProviders } from '../../intents/check-start.ts'
import { withUserProxies } from '../../intents/user-proxy.ts'
import { jsonResponse } from '../direct-body.ts'
import type { HandlerContext } from '../handler-context.ts'
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
