import type { ErrorCode } from '@connect-account/core'
import type { PageWords } from './page-words.ts'

/** Why a link does not open. */
type RefusalCode = keyof PageWords['refusals']

const codes: Readonly<Record<RefusalCode, true>> = {
  link_not_found: true,
  link_expired: true,
  link_used: true,
  link_revoked: true,
  link_in_use: true,
  rate_limited: true,
  link_account_removed: true,
}

/** Whether the error says why a link does not open. */
export function isRefusal(code: ErrorCode): code is RefusalCode {
  return Object.hasOwn(codes, code)
}
