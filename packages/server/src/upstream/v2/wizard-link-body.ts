import { upstreamProvider } from '../assumptions.ts'
import type { WizardLinkInput } from '../upstream.ts'
import { optionsConfig, proxyConfig } from './start-body.ts'

/** The providers that a link's `config` has members for. */
const configurable = ['linkedin', 'instagram', 'whatsapp', 'telegram', 'imap', 'google', 'outlook']

/** Only a provider that has cookies has a choice. */
const withMethods: ReadonlySet<string> = new Set(['linkedin', 'instagram'])

/** The body of `POST /v2/auth/link` (wire page, "Hosted link"). */
export function wizardLinkBody(input: WizardLinkInput): object {
  const { providers, accountId, expiresOn, redirectUri, state, loginHint, waitInitialSync } = input
  const scope = scopeOf(input)
  const names = providers?.map(upstreamProvider)
  const global = {
    ...(loginHint ? { login_hint: loginHint } : {}),
    ...(waitInitialSync === undefined ? {} : { wait_initial_sync: waitInitialSync }),
  }
  const config = {
    ...Object.fromEntries(configurable.flatMap((provider) => providerConfig(provider, input))),
    ...(Object.keys(global).length > 0 ? { global } : {}),
  }
  return {
    ...(accountId ? { account_id: accountId } : { providers: names ?? '*' }),
    expires_on: expiresOn.toISOString(),
    redirect_uri: redirectUri,
    state,
    ...(scope ? { account_scope_id: scope } : {}),
    ...(Object.keys(config).length > 0 ? { config } : {}),
  }
}

/** The members of one provider, if there are any. */
function providerConfig(
  provider: string,
  { providers, accountId, options = {}, proxy, allowMethods }: WizardLinkInput,
): [string, object][] {
  if (providers && !providers.includes(provider)) return []
  const config = {
    ...(allowMethods && withMethods.has(provider) ? { allow_methods: allowMethods } : {}),
    ...proxyConfig(provider, proxy),
    ...optionsConfig(provider, options[provider] ?? {}, accountId),
  }
  return Object.keys(config).length > 0 ? [[upstreamProvider(provider), config]] : []
}

/** A link has one scope, whatever its providers. */
function scopeOf({ providers, options = {} }: WizardLinkInput): string | undefined {
  return (providers ?? Object.keys(options))
    .map((provider) => options[provider]?.accountScopeId)
    .find(Boolean)
}
