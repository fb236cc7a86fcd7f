import { expect, it } from 'vitest'
import * as api from './accounts.ts'

it('exports only what the README documents', () => {
  expect(Object.keys(api).sort()).toEqual([
    'AccountList',
    'AccountListRoot',
    'AccountStatusBadge',
    'ReconnectButton',
    'enAccounts',
    'useAccounts',
    'useProviders',
  ])
})
