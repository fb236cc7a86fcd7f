import { expect, it } from 'vitest'
import * as api from './index.ts'

it('exports only what the README documents', () => {
  expect(Object.keys(api).sort()).toEqual([
    'ConnectAccount',
    'ConnectAccountDialog',
    'ConnectAccountRoot',
    'connectEvents',
    'hasOpenIntent',
    'useConnectAccount',
    'useReconnect',
  ])
})
