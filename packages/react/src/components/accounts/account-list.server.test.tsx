// @vitest-environment node
import { sampleAccount } from '@connect-account/core/testing'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AccountList } from './account-list.tsx'
import { ReconnectButton } from './reconnect-button.tsx'

it('renders on a server, without requests', () => {
  expect(renderToString(<AccountList session="token-1" />)).toContain('Loading your accounts…')
  expect(renderToString(<ReconnectButton account={sampleAccount} session="token-1" />)).toContain('Reconnect')
})
