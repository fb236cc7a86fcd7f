import { allowedProviders } from '../../intents/check-start.ts'
import type { SessionRoute } from './route.ts'

export function providerRoutes(): SessionRoute[] {
  return [
    {
      method: 'GET',
      path: '/providers',
      answer: async ({ session }) => Response.json({ providers: allowedProviders(session) }),
    },
  ]
}
