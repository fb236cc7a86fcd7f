import { CALLBACK_PATH } from '../consent/consent-addresses.ts'
import { answerConsentReturn } from './consent-return.ts'
import type { HandlerContext } from './handler-context.ts'
import type { OpenRoute } from './route.ts'

export function consentRoutes(context: HandlerContext): OpenRoute[] {
  return [
    {
      method: 'GET',
      path: CALLBACK_PATH,
      answer: ({ request }) => answerConsentReturn(context.intents, request),
    },
  ]
}
