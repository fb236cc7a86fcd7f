import { invalidSetting } from '../invalid-setting.ts'
import { isStorable } from '../storable-text.ts'

/** @throws ConnectError `invalid_setting` if `call` was given a user id that cannot be stored. */
export function checkUserId(call: string, userId: string): void {
  if (typeof userId !== 'string' || userId === '') throw invalidSetting(`${call}: userId is empty.`)
  if (!isStorable(userId)) {
    throw invalidSetting(`${call}: userId has a NUL or half of a surrogate pair.`)
  }
}
