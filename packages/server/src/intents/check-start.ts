import { providerCatalogue } from '@connect-account/core/catalogue'
import { ConnectError, type FieldError } from '@connect-account/core/errors'
import type { Method, Provider, StartRequest } from '@connect-account/core/protocol'
import { mayLink, type Session } from '../session/session-tokens.ts'

/** The providers that this session may link, in the catalogue's order. */
export function allowedProviders(session: Session): Provider[] {
  return providerCatalogue.filter(({ id }) => mayLink(session, id))
}

/** @throws ConnectError when the catalogue or the session does not have what is asked for, or the form is not filled in right. */
export function checkStart(session: Session, request: StartRequest): void {
  const provider = providerCatalogue.find(({ id }) => id === request.provider)
  if (!provider) throw new ConnectError('unknown_provider')
  if (!mayLink(session, provider.id)) throw new ConnectError('provider_not_allowed')
  const method = provider.methods.find(({ id }) => id === request.method)
  if (!method) throw new ConnectError('unknown_method')
  const fields = checkCredentials(method, request.credentials ?? {})
  if (fields.length > 0) throw new ConnectError('invalid_request', { fields })
}

function checkCredentials(method: Method, credentials: Record<string, string>): FieldError[] {
  const missing = method.fields
    .filter(({ name, required }) => required && !credentials[name]?.trim())
    .map(({ name }) => ({ name, message: 'is required' }))
  const known = new Set(method.fields.map(({ name }) => name))
  const unknown = Object.keys(credentials)
    .filter((name) => !known.has(name))
    .map((name) => ({ name, message: 'is not a field of this method' }))
  return [...missing, ...unknown]
}
