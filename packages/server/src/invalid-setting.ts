import { ConnectError } from '@connect-account/core/errors'

/** `detail` is one line that says what to set. It never quotes a secret, nor a URL that may hold one. */
export function invalidSetting(detail: string, cause?: unknown): ConnectError {
  return new ConnectError('invalid_setting', { detail, cause })
}
