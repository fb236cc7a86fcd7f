import { accountRoutes } from './account-routes.ts'
import { captchaRoutes } from './captcha-routes.ts'
import { consentRoutes } from './consent-routes.ts'
import type { HandlerContext } from './handler-context.ts'
import { intentRoutes } from './intent-routes.ts'
import { hostedLinkRoutes, linkRoutes } from './link-routes.ts'
import { operationRoutes } from './operation-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import type { OpenRoute, SessionRoute } from './route.ts'
import { webhookRoutes } from './webhook-routes.ts'

/** The routes of a browser with a session. */
export function sessionRoutes(context: HandlerContext): SessionRoute[] {
  return [
    ...providerRoutes(context),
    ...intentRoutes(context),
    ...accountRoutes(context),
    ...linkRoutes(context),
  ]
}

export function openRoutes(context: HandlerContext): OpenRoute[] {
  return [
    ...consentRoutes(context),
    ...captchaRoutes(context),
    ...webhookRoutes(context),
    ...hostedLinkRoutes(context),
    ...operationRoutes(context),
  ]
}
