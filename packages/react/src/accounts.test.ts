import { expect, it } from 'vitest'
import * as api from './accounts.ts'

it('exports what the README documents, and nothing else', () => {
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
