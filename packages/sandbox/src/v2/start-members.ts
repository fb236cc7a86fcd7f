import type { StartRequest } from '../wire/start-request.ts'
import { refusals } from '../wire/wire-error.ts'

type Config = NonNullable<StartRequest['config']>

/** What a provider's start takes besides what all take (the types of the official clients). */
interface StartMembers {
  readonly body?: readonly (keyof StartRequest)[]
  readonly config?: readonly (keyof Config)[]
}

const byConsent: StartMembers = {
  body: ['oauth_callback_redirect_uri', 'login_hint'],
  config: ['custom_proxy', 'oauth_scope'],
}

const membersOf: Readonly<Record<string, StartMembers>> = {
  linkedin: {
    // Newer clients send the agent inside `credentials`, older ones beside it.
    body: ['user_agent', 'user_timezone'],
    config: ['custom_proxy', 'auto_proxy_config', 'products'],
  },
  instagram: { config: ['custom_proxy', 'auto_proxy_config'] },
  whatsapp: { config: ['custom_proxy', 'auto_proxy_config'] },
  telegram: { config: ['custom_proxy'] },
  facebook: { config: ['custom_proxy'] },
  twitter: { config: ['custom_proxy'] },
  google_messages: { config: ['custom_proxy'] },
  imap: { config: ['custom_proxy', 'initial_sync_enable'] },
  google: byConsent,
  outlook: byConsent,
}

const common = ['provider', 'credentials', 'state', 'account_id', 'account_scope_id', 'config']

/** @throws WireError for a member that starts of this provider do not have. */
export function checkMembers(request: StartRequest): void {
  const { body = [], config = [] } = membersOf[request.provider] ?? {}
  refuseOthers(
    request.credentials ?? {},
    Object.keys(request.credentials ?? {}).filter(isOfV2),
    'credentials.',
  )
  refuseOthers(request, [...common, ...body], '')
  refuseOthers(request.config ?? {}, config, 'config.')
  // Tokens of a client of its own are API v1's.
  if (body === byConsent.body) refuseOthers(Object(request.credentials), [], 'credentials.')
}

/** WhatsApp's pairing code exists in API v1 alone. */
const isOfV2 = (name: string): boolean => name !== 'pairing_phone_number'

function refuseOthers(given: object, known: readonly string[], path: string): void {
  const unknown = Object.keys(given).find((name) => !known.includes(name))
  if (unknown !== undefined) throw refusals.invalidParameters(`${path}${unknown}: not of this provider.`)
}
