import * as v from 'valibot'
import type { StoredAccount } from '../state/state.ts'
import { parseValue } from '../wire/request.ts'
import { type AccountConfig, accountConfigSchema, type StartRequest } from '../wire/start-request.ts'
import { refusals } from '../wire/wire-error.ts'
import { providerOf } from './providers.ts'
import {
  cookieSchema,
  mailPasswordSchema,
  mailSchema,
  passwordSchema,
  providerSchema,
  twitterSchema,
} from './requests.ts'

/** Without the agent that API v1 only recommends. */
const SOME_AGENT = 'Mozilla/5.0 (API v1)'

/** Reads a flat start of API v1, of a new account or of one to reconnect, as a start of the newer wire. */
export function readStart(body: unknown, account: StoredAccount | undefined): StartRequest {
  const named = parseValue(body, providerSchema)
  const provider = providerOf(named.provider)
  if (provider === undefined) throw refusals.unknownProvider(named.provider)
  const config = configOf(named)
  return {
    provider,
    credentials: credentialsOf(provider, body, account),
    ...(account && { account_id: account.id }),
    ...(config && { config }),
  }
}

function credentialsOf(
  provider: string,
  body: unknown,
  account: StoredAccount | undefined,
): Record<string, unknown> {
  switch (provider) {
    case 'whatsapp':
    case 'telegram':
      return { qrcode: true }
    case 'linkedin': {
      if (!v.is(v.looseObject({ access_token: v.unknown() }), body)) return parseValue(body, passwordSchema)
      const { access_token, user_agent = SOME_AGENT } = parseValue(body, cookieSchema)
      return { access_token, user_agent }
    }
    case 'twitter': {
      const { email, password } = parseValue(body, twitterSchema)
      return { username: email, password }
    }
    case 'imap':
      return account ? mailAgain(body, account) : mail(body)
    case 'instagram':
    case 'facebook':
      return parseValue(body, passwordSchema)
    default:
      // Their tokens come from an OAuth application of the host's own.
      throw refusals.unknownProvider(provider)
  }
}

function mail(body: unknown): Record<string, unknown> {
  const form = parseValue(body, mailSchema)
  return {
    imap: {
      user: form.imap_user,
      password: form.imap_password,
      host: form.imap_host,
      port: form.imap_port,
      encryption: form.imap_encryption,
    },
    smtp: {
      user: form.smtp_user,
      password: form.smtp_password,
      host: form.smtp_host,
      port: form.smtp_port,
      encryption: 'default',
    },
  }
}

function mailAgain(body: unknown, { signInName }: StoredAccount): Record<string, unknown> {
  return { user: signInName, password: parseValue(body, mailPasswordSchema).imap_password }
}

function configOf({ proxy, country, ip }: v.InferOutput<typeof providerSchema>): AccountConfig | undefined {
  if (proxy) return parseValue({ custom_proxy: proxy }, accountConfigSchema)
  if (country === undefined && ip === undefined) return undefined
  const near = { ...(country !== undefined && { country }), ...(ip !== undefined && { ip }) }
  return parseValue({ auto_proxy_config: near }, accountConfigSchema)
}
