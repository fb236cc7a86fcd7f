import type * as v from 'valibot'
import type { StoredAccount } from '../state/state.ts'
import { parseValue } from '../wire/request.ts'
import { type AccountConfig, accountConfigSchema, type StartRequest } from '../wire/start-request.ts'
import { refusals } from '../wire/wire-error.ts'
import { startedProvider, v1Provider } from './providers.ts'
import { providerSchema } from './requests.ts'

/** Converts a start or a reconnect of API v1, which is flat, into one of API v2. */
export function readStart(body: unknown, account: StoredAccount | undefined): StartRequest {
  const named = parseValue(body, providerSchema)
  const provider = startedProvider(named.provider)
  if (provider === undefined) throw refusals.unknownProvider(named.provider)
  const { readCredentials } = v1Provider(provider)
  if (!readCredentials) throw refusals.unknownProvider(provider)
  const config = configOf(named)
  return {
    provider,
    credentials: readCredentials(body, account),
    ...(account && { account_id: account.id }),
    ...(config && { config }),
  }
}

function configOf({ proxy, country, ip }: v.InferOutput<typeof providerSchema>): AccountConfig | undefined {
  if (proxy) return parseValue({ custom_proxy: proxy }, accountConfigSchema)
  if (country === undefined && ip === undefined) return undefined
  const near = { ...(country !== undefined && { country }), ...(ip !== undefined && { ip }) }
  return parseValue({ auto_proxy_config: near }, accountConfigSchema)
}
