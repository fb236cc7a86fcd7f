// @vitest-environment node
import { scriptedTransport } from '@connect-account/core/testing'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ConnectAccountDialog } from '../dialog/connect-account-dialog.tsx'
import { ConnectAccount } from './connect-account.tsx'

it('renders on a server, without a window', () => {
  expect(typeof window).toBe('undefined')
  const html = renderToString(<ConnectAccount transport={scriptedTransport()} />)
  expect(html).toContain('data-step="preparing"')
  expect(html).not.toContain('style=')
})

it('renders a closed dialog on a server', () => {
  const html = renderToString(<ConnectAccountDialog open={false} onOpenChange={() => {}} session="token" />)
  expect(html).toBe('')
})
