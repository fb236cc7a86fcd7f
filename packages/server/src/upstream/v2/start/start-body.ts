import { upstreamProvider } from '../../assumptions.ts'
import type { UpstreamStart } from '../../upstream.ts'
import { consent } from './consent.ts'
import { form } from './form.ts'
import { instagramCookies } from './instagram-cookies.ts'
import { linkedinCookies } from './linkedin-cookies.ts'
import { mailbox } from './mailbox.ts'
import { proxyConfig } from './proxy-config.ts'
import { qrCode } from './qr-code.ts'
import type { StartPart } from './start-part.ts'

/** The ways whose body differs by provider, by `provider method`. */
const partByWay: Readonly<Record<string, StartPart>> = {
  'linkedin cookies': linkedinCookies,
  'instagram cookies': instagramCookies,
  'imap password': mailbox,
  'imap manual': mailbox,
}

/** The ways that are one for every provider. What is in neither table sends its form as it is. */
const partByMethod: Readonly<Record<string, StartPart>> = { qr: qrCode, oauth: consent }

/** The body of `POST /v2/auth/intent`. It holds the credentials in the clear: it goes to Unipile and nowhere else. */
export function startBody({ credentials, ...start }: UpstreamStart): object {
  const { provider, method, state, accountId, proxy, scopes } = start
  const part = partByWay[`${provider} ${method}`] ?? partByMethod[method] ?? form
  const config = { ...proxyConfig(proxy), ...(scopes && method === 'oauth' ? { oauth_scope: scopes } : {}) }
  return {
    provider: upstreamProvider(provider),
    ...part({ ...start, form: credentials?.reveal() ?? {} }),
    state,
    ...(accountId ? { account_id: accountId } : {}),
    ...(Object.keys(config).length > 0 ? { config } : {}),
  }
}
