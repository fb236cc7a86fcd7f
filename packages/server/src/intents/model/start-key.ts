import { ConnectError } from '@connect-account/core/errors'
import { keyOfReference } from '@connect-account/core/protocol'

/** Whether the text can be the key of a start. */
export function isStartKey(key: string): boolean {
  return /^[\x21-\x7e]{1,128}$/.test(key)
}

/** The key of the start that the reference names; `undefined` for an id. @throws ConnectError `intent_not_found`. */
export function readStartKey(reference: string): string | undefined {
  const key = keyOfReference(reference)
  if (key !== undefined && !isStartKey(key)) throw new ConnectError('intent_not_found')
  return key
}
