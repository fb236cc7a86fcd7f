import type { Refusal } from '../wire/refusal.ts'

/**
 * Returns the refusal for an error of the authorization server (RFC 6749, 4.1.2.1). The docs have no type for denied access [?].
 * Here it is `provider/access_denied`.
 */
export function refusalOf(error: string): Refusal {
  switch (error) {
    case 'access_denied':
      return {
        status: 403,
        type: 'provider/access_denied',
        title: 'The user denied access',
      }
    case 'invalid_grant':
      return {
        status: 401,
        type: 'provider/invalid_authorization',
        title: 'The provider did not accept the authorization code',
      }
    default:
      return {
        status: 503,
        type: 'provider/server_error',
        title: 'The provider’s sign-in failed',
        detail: 'Nothing was linked. Try again.',
      }
  }
}
