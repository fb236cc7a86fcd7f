import { ConnectError } from '@connect-account/core/errors'
import type { ProxyPolicy } from '../proxy-policy.ts'
import type { UpstreamStart } from '../upstream.ts'
import { optionsBody } from './options-body.ts'
import { v1Provider } from './v1-providers.ts'

type Form = Readonly<Record<string, string>>

/**
 * The body of `POST /accounts`, and of `POST /accounts/{id}`: all of it flat. It holds the credentials in the
 * clear: it goes to Unipile and nowhere else. API v1 takes no `state`.
 * @throws ConnectError `mail_settings_invalid` for a mailbox without servers, which API v1 does not guess.
 */
export function startBody(start: UpstreamStart): object {
  const { provider, proxy, options = {}, accountId } = start
  return {
    provider: v1Provider(provider),
    ...credentialsOf(start),
    ...proxyOf(proxy),
    ...optionsBody(provider, options, accountId),
  }
}

function credentialsOf(start: UpstreamStart): object {
  const form: Form = start.credentials?.reveal() ?? {}
  switch (`${start.provider} ${start.method}`) {
    case 'linkedin cookies':
      return linkedinCookies(form, start.userAgent)
    case 'imap password':
    case 'imap manual':
      return start.accountId ? mailPasswords(form) : mailbox(form, start)
    case 'whatsapp pairing_code':
      return pairingNumber(form)
    case 'google consent':
      return tokens(form)
    case 'outlook consent':
      return { ...tokens(form), id: form.id, username: form.username }
    case 'telegram qr':
      // The two-step password cannot be sent in advance.
      return {}
    default:
      return form
  }
}

/** The number in E.164, without its plus (guide "WhatsApp"); nothing without one, for a QR code. */
export function pairingNumber({ phone }: Form): object {
  return phone ? { pairing_phone_number: phone.replace(/^\+/, '') } : {}
}

/** Of the host's own OAuth client. */
function tokens({ access_token, refresh_token }: Form): object {
  return { access_token, refresh_token }
}

function linkedinCookies(form: Form, userAgent: string | undefined): object {
  const { access_token, premium_access_token, user_agent = userAgent } = form
  return {
    access_token,
    ...(premium_access_token ? { premium_token: premium_access_token } : {}),
    ...(user_agent ? { user_agent } : {}),
  }
}

function mailbox(form: Form, { mail }: UpstreamStart): object {
  if (!mail) {
    throw new ConnectError('mail_settings_invalid', {
      detail: 'API v1 does not guess the servers of a mailbox.',
    })
  }
  const { user } = form
  return {
    imap_user: user,
    imap_host: mail.imap.host,
    imap_port: mail.imap.port,
    imap_encryption: mail.imap.encryption,
    smtp_user: user,
    smtp_host: mail.smtp.host,
    smtp_port: mail.smtp.port,
    ...mailPasswords(form),
  }
}

/** The servers of an existing account are known. */
function mailPasswords({ password }: Form): object {
  return { imap_password: password, smtp_password: password }
}

/**
 * A proxy of the host's own, or the place to choose one near.
 * @throws ConnectError `proxy_failed` for SOCKS 4, which API v1 does not have.
 */
function proxyOf(policy: ProxyPolicy | undefined): object {
  if (!policy) return {}
  if (!('custom' in policy)) return policy.auto
  if (policy.custom.protocol === 'socks4') {
    throw new ConnectError('proxy_failed', {
      detail: 'API v1 has no SOCKS 4 proxies: use https, http or socks5.',
    })
  }
  return { proxy: policy.custom }
}
