import { ConnectError } from '@connect-account/core/errors'
import { invalidSetting } from '../invalid-setting.ts'
import { type ConsentStates, type ConsentSubject, STATE_PARAMETER } from './consent-state.ts'

/** The addresses that a consent leads through. */
export interface ConsentAddresses {
  /**
   * Where Unipile sends the user after the provider's page. @throws ConnectError `invalid_setting` without a
   * `publicUrl`.
   */
  callback(consent: ConsentSubject, expiresAt: Date): Promise<string>
  /**
   * Where the provider sends the user after the consent page of the host's own OAuth client: the address that is
   * registered with the client. @throws ConnectError `invalid_setting` without a `publicUrl`.
   */
  clientCallback(provider: string): string
  /** @throws ConnectError `return_not_allowed` for an address that is on no allowed origin. */
  checkReturn(returnTo: string): void
  /**
   * Where the hosted page continues after a consent page. @throws ConnectError `invalid_setting` without a
   * `publicUrl`.
   */
  hostedPage(): string
  /** The handler's own address of this path. @throws ConnectError `invalid_setting` without a `publicUrl`. */
  ours(path: string): string
}

export interface ConsentSettings {
  readonly publicUrl: URL | undefined
  readonly basePath: string
  readonly returnOrigins: readonly string[]
}

export const CALLBACK_PATH = '/oauth/callback'
export const HOSTED_RETURN_PATH = '/links/return'

export function createConsentAddresses(
  { publicUrl, basePath, returnOrigins }: ConsentSettings,
  states: ConsentStates,
): ConsentAddresses {
  const allowed = new Set([...returnOrigins, ...(publicUrl ? [publicUrl.origin] : [])])
  function ours(path: string): string {
    if (!publicUrl) {
      throw invalidSetting(
        'publicUrl: missing. Set where browsers reach the host; OAuth and hosted links go there.',
      )
    }
    return `${publicUrl.href.replace(/\/$/, '')}${basePath}${path}`
  }

  return {
    ours,
    clientCallback: (provider) => ours(`${CALLBACK_PATH}/${provider}`),
    hostedPage: () => ours(HOSTED_RETURN_PATH),
    async callback(consent, expiresAt) {
      const url = new URL(ours(CALLBACK_PATH))
      url.searchParams.set(STATE_PARAMETER, await states.sign(consent, expiresAt))
      return url.href
    },
    checkReturn(returnTo) {
      const url = URL.canParse(returnTo) ? new URL(returnTo) : undefined
      // A `blob:` address has the origin of the page that it is made from.
      const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
      if (!isWeb || !allowed.has(url.origin) || url.username || url.password) {
        throw new ConnectError('return_not_allowed')
      }
    },
  }
}
