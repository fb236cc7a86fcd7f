import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError, type FieldError, type FieldErrorCode } from '@connect-account/core/errors'
import type { Field, Method, Provider, StartRequest } from '@connect-account/core/protocol'
import { mayLink, type Session } from '../../session/session-tokens.ts'
import type { RefusedMethod } from '../../store/refused-method-store.ts'
import type { Upstream } from '../../upstream/upstream.ts'
import { toE164 } from './phone-number.ts'
import { tidyCredentials } from './tidy-input.ts'

type RefusedField = FieldError<FieldErrorCode>

/** In characters: an email address has at most 320 (RFC 3696), and no provider takes a longer password. */
const longest: Readonly<Partial<Record<Field['type'], number>>> = { text: 320, email: 320, password: 1024 }

/** Cookies may come with the user agent of their browser. */
const USER_AGENT = 'user_agent'

/**
 * The providers that this session may link, in the catalogue's order, each with the methods that Unipile's
 * API supports.
 * @param refused - What Unipile refused as unknown. It is not offered, but may be started.
 */
export function allowedProviders(
  session: Session,
  { adapt }: Pick<Upstream, 'adapt'>,
  refused: readonly RefusedMethod[] = [],
): Provider[] {
  const isRefused = (provider: string, id: string) =>
    refused.some((one) => one.provider === provider && one.method === id)
  return providerCatalogue
    .filter(({ id }) => mayLink(session, id))
    .map(adapt)
    .map((provider) => ({
      ...provider,
      methods: provider.methods.filter(
        ({ id }) => (session.link?.methods?.includes(id) ?? true) && !isRefused(provider.id, id),
      ),
    }))
    .filter(({ methods }) => methods.length > 0)
}

export interface CheckedStart {
  readonly method: Method
  /** The form's values, normalized. */
  readonly credentials: Record<string, string>
}

/**
 * Finds the method of a start, and normalizes and checks its form.
 * @throws ConnectError if the catalogue or the session does not have it, or the form is not filled in
 *   correctly.
 */
export function checkStart(
  session: Session,
  request: StartRequest,
  { adapt }: Pick<Upstream, 'adapt'>,
): CheckedStart {
  const provider = providerCatalogue.find(({ id }) => id === request.provider)
  if (!provider) throw new ConnectError('unknown_provider')
  if (!mayLink(session, provider.id)) throw new ConnectError('provider_not_allowed')
  const isRequested = ({ id }: Method) => id === request.method
  if (!provider.methods.some(isRequested)) throw new ConnectError('unknown_method')
  const method = adapt(provider).methods.find(isRequested)
  if (!method) {
    throw new ConnectError('unknown_method', {
      detail: 'The API of Unipile that the host uses cannot link this provider in this way (upstreamApi).',
    })
  }
  const credentials = tidyCredentials(method, request.credentials ?? {})
  const fields = checkCredentials(method, credentials)
  if (fields.length > 0) throw new ConnectError('invalid_request', { fields })
  return { method, credentials }
}

function checkCredentials(method: Method, credentials: Record<string, string>): RefusedField[] {
  const fields = method.kind === 'form' ? method.fields : []
  const wrong = fields.flatMap((field) => checkField(field, credentials))
  const known = new Set(fields.flatMap(credentialsOf))
  const unknown = Object.keys(credentials)
    .filter((name) => !known.has(name))
    .map((name): RefusedField => ({ name, code: 'unknown_member' }))
  return [...wrong, ...unknown]
}

/**
 * The names under which a field's values arrive: a pasted cookie export arrives as the cookies that were
 * found in it.
 */
function credentialsOf({ name, cookies }: Field): string[] {
  return cookies ? [...cookies.map(({ credential }) => credential), USER_AGENT] : [name]
}

function checkField(field: Field, credentials: Record<string, string>): RefusedField[] {
  const { name, required, options, type, cookies } = field
  if (cookies) {
    return cookies
      .filter((each) => each.required && !credentials[each.credential])
      .map(({ cookie }) => ({ name, code: 'cookie_missing', params: { cookie } }))
  }
  const value = credentials[name] ?? ''
  if (!value) return required ? [{ name, code: 'required' }] : []
  if (value.length > (longest[type] ?? Number.POSITIVE_INFINITY)) return [{ name, code: 'too_long' }]
  if (options && !options.some((option) => option.value === value)) {
    return [{ name, code: 'not_an_option' }]
  }
  if (type === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) return [{ name, code: 'not_an_email' }]
  if (type === 'tel' && toE164(value) === undefined) return [{ name, code: 'invalid' }]
  if (type === 'number' && !/^\d{1,15}$/.test(value)) return [{ name, code: 'not_a_number' }]
  return []
}
