import * as v from 'valibot'
import type { World } from '../state/world.ts'
import { parseValue } from '../wire/parse-body.ts'
import type { SignIn, StartRequest } from './provider.ts'

const requestSchema = v.object({
  oauth_callback_redirect_uri: v.pipe(v.string(), v.url(), v.regex(/^https?:/), v.maxLength(2000)),
  login_hint: v.exactOptional(v.pipe(v.string(), v.maxLength(320))),
})

/**
 * Sends the user to the provider's own pages. Who reconnects an account and gives no `login_hint` finds its owner's name there.
 */
export function consentSignIn(request: StartRequest, { store }: World): SignIn {
  const { oauth_callback_redirect_uri, login_hint } = parseValue(request, requestSchema)
  const { account_id } = request
  const owner = account_id === undefined ? undefined : store.account(account_id)?.signInName
  return { by: 'consent', redirectUri: oauth_callback_redirect_uri, loginHint: login_hint ?? owner }
}
