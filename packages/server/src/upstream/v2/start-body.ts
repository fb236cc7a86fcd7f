import type { MailEndpoint, MailSettings } from '../../mail-discovery/index.ts'
import { upstreamProvider } from '../assumptions.ts'
import type { ProviderOptions } from '../provider-options.ts'
import type { ProxyPolicy } from '../proxy-policy.ts'
import type { UpstreamStart } from '../upstream.ts'

/** What one way to sign in may read. */
interface StartInput {
  /** The form's values by field name. */
  readonly form: Readonly<Record<string, string>>
  /** The user agent of the user's browser. */
  readonly userAgent?: string
  /** The servers of a mailbox, if they are known. */
  readonly mail?: MailSettings
  /** Where the provider's consent page returns. */
  readonly callbackUrl?: string
  readonly loginHint?: string
}

/** Turns one way to sign in into its own members of Unipile's body. */
type StartPart = (input: StartInput) => object

const form: StartPart = ({ form: credentials }) => ({ credentials })

const qrCode: StartPart = ({ form }) => ({ credentials: { ...form, qrcode: true } })

/** A consent page (Google, Microsoft) takes no credentials, only the address to return to. */
const consent: StartPart = ({ callbackUrl, loginHint }) => ({
  ...(callbackUrl ? { oauth_callback_redirect_uri: callbackUrl } : {}),
  ...(loginHint ? { login_hint: loginHint } : {}),
})

/**
 * LinkedIn's session cookies with the user agent of their browser. The newest client types have it inside
 * `credentials`, older ones beside it (wire page, "Starting an intent").
 */
const linkedinCookies: StartPart = ({ form: { user_agent: typed, ...cookies }, userAgent }) => {
  const agent = typed || userAgent
  const sent = agent ? { user_agent: agent } : {}
  return { credentials: { ...cookies, ...sent }, ...sent }
}

/** Instagram's session cookie takes no user agent. */
const instagramCookies: StartPart = ({ form: { user_agent: _, ...cookies } }) => ({ credentials: cookies })

/** Without servers Unipile guesses. */
const mailbox: StartPart = ({ form: { user, password }, mail }) => {
  if (!mail) return { credentials: { user, password } }
  const side = (server: MailEndpoint) => ({ user, password, ...server })
  return { credentials: { imap: side(mail.imap), smtp: side(mail.smtp) } }
}

/** The methods whose body differs by provider, by `provider method`. */
const partByProvider: Readonly<Record<string, StartPart>> = {
  'linkedin cookies': linkedinCookies,
  'instagram cookies': instagramCookies,
  'imap password': mailbox,
  'imap manual': mailbox,
}

/** The methods that are the same for every provider. A method in neither table sends its form as it is. */
const partByMethod: Readonly<Record<string, StartPart>> = { qr: qrCode, consent }

/** The body of `POST /v2/auth/intent`. It holds the credentials in the clear and is sent to Unipile only. */
export function startBody({ credentials, ...start }: UpstreamStart): object {
  const { provider, method, state, accountId, proxy, options = {} } = start
  const { timeZone, accountScopeId } = options
  const part = partByProvider[`${provider} ${method}`] ?? partByMethod[method] ?? form
  const config = { ...proxyConfig(provider, proxy), ...optionsConfig(provider, options, accountId) }
  return {
    provider: upstreamProvider(provider),
    ...part({ ...start, form: credentials?.reveal() ?? {} }),
    state,
    ...(timeZone && provider === 'linkedin' ? { user_timezone: timeZone } : {}),
    ...(accountScopeId ? { account_scope_id: accountScopeId } : {}),
    ...(accountId ? { account_id: accountId } : {}),
    ...(Object.keys(config).length > 0 ? { config } : {}),
  }
}

/** The members of `config` that this provider takes. An account keeps its products if a reconnect names none. */
export function optionsConfig(
  provider: string,
  { products, scopes, initialSync }: ProviderOptions,
  accountId?: string,
): object {
  switch (provider) {
    case 'linkedin':
      return products && !accountId ? { products } : {}
    case 'google':
    case 'outlook':
      return scopes ? { oauth_scope: scopes } : {}
    case 'imap':
      return initialSync === undefined ? {} : { initial_sync_enable: initialSync }
  }
  return {}
}

/** Whose proxy can be chosen near a place: of the others Unipile's types have no `auto_proxy_config`. */
const withPlaces: ReadonlySet<string> = new Set(['linkedin', 'instagram', 'whatsapp'])

/** `undefined` leaves the choice to Unipile. */
export function proxyConfig(provider: string, policy: ProxyPolicy | undefined): object | undefined {
  if (!policy) return undefined
  if ('custom' in policy) return { custom_proxy: policy.custom }
  return withPlaces.has(provider) ? { auto_proxy_config: policy.auto } : undefined
}
