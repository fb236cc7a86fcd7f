import type { OAuthClients } from '../consent/oauth-providers.ts'
import { createUpstream, type UpstreamApi } from '../upstream/create-upstream.ts'
import type { Upstream } from '../upstream/upstream.ts'

/** What the command line knows of a host: the environment variables that also configure the host. */
export interface Environment {
  readonly apiKey: string | undefined
  readonly apiUrl: string
  readonly apiVersion: string
  readonly webhookSecret: string | undefined
  readonly publicUrl: string | undefined
  readonly basePath: string
  readonly databaseUrl: string | undefined
  readonly sessionSecret: string | undefined
  readonly returnOrigins: readonly string[]
  /** Each with its issuer, if that is not the provider's own. */
  readonly oauthClients: OAuthClients
}

/** An empty variable counts as unset. Nothing is checked yet: that is what `doctor` is for. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const value = (name: string) => env[name]?.trim() || undefined
  const client = (name: string) => {
    const clientId = value(`${name}_CLIENT_ID`)
    const clientSecret = value(`${name}_CLIENT_SECRET`)
    const issuer = value(`${name}_ISSUER`)
    return clientId && clientSecret ? { clientId, clientSecret, ...(issuer ? { issuer } : {}) } : undefined
  }
  const google = client('GOOGLE')
  const outlook = client('OUTLOOK')
  return {
    apiKey: value('UNIPILE_API_KEY'),
    apiUrl: value('UNIPILE_API_URL') ?? 'https://api.unipile.com',
    apiVersion: value('UNIPILE_API_VERSION') ?? 'v2',
    webhookSecret: value('UNIPILE_WEBHOOK_SECRET'),
    publicUrl: value('PUBLIC_URL'),
    basePath: value('BASE_PATH') ?? '/connect',
    databaseUrl: value('DATABASE_URL'),
    sessionSecret: value('SESSION_SECRET'),
    returnOrigins: (value('RETURN_ORIGINS') ?? '').split(/[\s,]+/).filter((origin) => origin !== ''),
    oauthClients: { ...(google ? { google } : {}), ...(outlook ? { outlook } : {}) },
  }
}

/** A setting that the command cannot continue without: the message is one line that says what to set. */
export class MissingSetting extends Error {
  override readonly name = 'MissingSetting'
}

const CALL_TIMEOUT_MS = 10_000

/** @throws MissingSetting. */
export function openUpstream({ apiKey, apiUrl, apiVersion, webhookSecret }: Environment): Upstream {
  if (!apiKey) throw new MissingSetting("UNIPILE_API_KEY is not set. Set it to Unipile's API key.")
  if (!URL.canParse(apiUrl)) {
    throw new MissingSetting(
      'UNIPILE_API_URL is not a URL. Set it like https://api.unipile.com, or unset it.',
    )
  }
  const api: UpstreamApi | undefined = apiVersion === 'v1' || apiVersion === 'v2' ? apiVersion : undefined
  if (!api) throw new MissingSetting('UNIPILE_API_VERSION is not a version. Set it to v2 or v1, or unset it.')
  const timings = {
    upstreamTimeoutMs: CALL_TIMEOUT_MS,
    mailTimeoutMs: CALL_TIMEOUT_MS,
    waitTimeoutMs: CALL_TIMEOUT_MS,
  }
  const webhookSecrets = webhookSecret === undefined ? [] : [webhookSecret]
  return createUpstream(api, { apiKey, apiUrl: new URL(apiUrl), timings, webhookSecrets }, Date.now)
}

/** Where Unipile sends its events to; `undefined` without a public URL that can be read. */
export function webhookUrl(environment: Environment): string | undefined {
  return hostUrl(environment, '/webhooks/unipile')
}

/** The handler's own address of this path; `undefined` without a public URL that can be read. */
export function hostUrl({ publicUrl, basePath }: Environment, path: string): string | undefined {
  if (!publicUrl || !URL.canParse(publicUrl)) return undefined
  const base = basePath === '/' ? '' : basePath
  return `${new URL(publicUrl).href.replace(/\/$/, '')}${base}${path}`
}
