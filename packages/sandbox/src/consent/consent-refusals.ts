import type { Refusal } from '../wire/refusal.ts'

/**
 * What an error of the authorization server (RFC 6749, 4.1.2.1) becomes in the query that the user comes back with. The wire
 * names no type for a consent that was denied [?]: `provider/access_denied`.
 */
export function refusalOf(error: string): Refusal {
  switch (error) {
    case 'access_denied':
      return {
        status: 403,
        type: 'provider/access_denied',
        title: 'The user did not allow the access',
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
        detail: 'Nothing was linked. It can be tried again.',
      }
  }
}
