import { ConnectError } from '@connect-account/core/errors'
import { invalidSetting } from '../settings/invalid-setting.ts'
import { type CallbackStates, type ConsentOf, STATE_PARAMETER } from './callback-state.ts'

/** The addresses that a consent leads through. */
export interface ConsentAddresses {
  /** Where Unipile sends the user after the provider's page. @throws ConnectError `invalid_setting` without a `publicUrl`. */
  callback(consent: ConsentOf, expiresAt: Date): Promise<string>
  /** @throws ConnectError `return_not_allowed` for an address that is on no allowed origin. */
  checkReturn(returnTo: string): void
}

export interface ConsentSettings {
  readonly publicUrl: URL | undefined
  readonly basePath: string
  readonly returnOrigins: readonly string[]
}

export const CALLBACK_PATH = '/oauth/callback'

export function createConsentAddresses(
  { publicUrl, basePath, returnOrigins }: ConsentSettings,
  states: CallbackStates,
): ConsentAddresses {
  const allowed = new Set([...returnOrigins, ...(publicUrl ? [publicUrl.origin] : [])])
  return {
    async callback(consent, expiresAt) {
      if (!publicUrl) {
        throw invalidSetting('publicUrl: missing. Set where browsers reach the host; OAuth returns there.')
      }
      const url = new URL(`${publicUrl.href.replace(/\/$/, '')}${basePath}${CALLBACK_PATH}`)
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
