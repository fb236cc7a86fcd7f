import { expect, test } from 'vitest'
import { readCallback } from '../../src/upstream/read-callback.ts'
import * as v1 from '../../src/upstream/v1/v1-errors.ts'
import * as v2 from '../../src/upstream/v2/unipile-errors.ts'

const refused = (code: string) => ({ type: 'refused', code })

test.each([
  ['', { type: 'consented' }],
  ['account_id=acc_1&provider=google&state=s', { type: 'consented', accountId: 'acc_1' }],
  ['account_id=../admin', { type: 'consented' }],
  // All that the official text names of a failure.
  ['error_title=The+account+is+already+linked', refused('consent_failed')],
  ['error_title=&account_id=acc_1', refused('consent_failed')],
  // What a provider returns, passed on.
  ['error=access_denied', refused('consent_denied')],
  ['error=access_denied&error_description=no&account_id=acc_1', refused('consent_denied')],
  ['error=temporarily_unavailable', refused('provider_unavailable')],
  ['error=server_error', refused('provider_unavailable')],
  ['error=invalid_scope', refused('consent_failed')],
  ['error=constructor', refused('consent_failed')],
  ['error_type=provider/access_denied&error=server_error', refused('consent_denied')],
  ['error_type=somebody/something_new', refused('consent_failed')],
])('a return with "%s" is read the same under both APIs', (query, result) => {
  for (const reader of [v1, v2]) expect(readCallback(new URLSearchParams(query), reader)).toEqual(result)
})

test.each([
  [v2, 'api/already_exists&error_detail=acc_9', { ...refused('account_exists'), accountId: 'acc_9' }],
  [v2, 'api/account_restricted&error_detail=because', refused('account_restricted')],
  [v2, 'provider/account_mismatch', refused('account_mismatch')],
  [v2, 'provider/server_error', refused('provider_unavailable')],
  [v1, 'errors/already_exists&error_detail=a9', { ...refused('account_exists'), accountId: 'a9' }],
  [v1, 'errors/provider_unreachable', refused('provider_unavailable')],
])('an error type has its code', (reader, query, result) => {
  expect(readCallback(new URLSearchParams(`error_type=${query}`), reader)).toEqual(result)
})
