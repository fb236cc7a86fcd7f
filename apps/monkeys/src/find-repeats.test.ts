import { describe, expect, it } from 'vitest'
import { findRepeats } from './find-repeats.ts'
import type { Call } from './witness.ts'

function call(method: string, path: string, differences: Partial<Call> = {}): Call {
  return { at: 0, method, path, key: undefined, checkpoint: undefined, ...differences }
}

describe('findRepeats', () => {
  it.each<[string, Call[]]>([
    ['nothing was sent', []],
    [
      'a start was repeated with its key',
      [call('POST', '/intents', { key: 'k1' }), call('POST', '/intents', { key: 'k1' })],
    ],
    [
      'two checkpoints were answered',
      [
        call('POST', '/intents/i/solve', { checkpoint: 'c1' }),
        call('POST', '/intents/i/solve', { checkpoint: 'c2' }),
      ],
    ],
    ['the list was read twice', [call('GET', '/accounts'), call('GET', '/accounts')]],
  ])('finds nothing if %s', (_, calls) => {
    expect(findRepeats(calls, 1)).toEqual([])
  })

  it.each<[string, Call[]]>([
    [
      'started 2 sign-ins',
      [call('POST', '/intents', { key: 'k1' }), call('POST', '/intents', { key: 'k2' })],
    ],
    [
      'sent POST /intents/i/solve c1 2 times',
      [
        call('POST', '/intents/i/solve', { checkpoint: 'c1' }),
        call('POST', '/intents/i/solve', { checkpoint: 'c1' }),
      ],
    ],
    [
      'sent POST /intents/i/resend 2 times',
      [call('POST', '/intents/i/resend'), call('POST', '/intents/i/resend')],
    ],
    ['sent DELETE /accounts/a 2 times', [call('DELETE', '/accounts/a'), call('DELETE', '/accounts/a')]],
    ['sent PATCH /accounts/a 2 times', [call('PATCH', '/accounts/a'), call('PATCH', '/accounts/a')]],
  ])('finds: %s', (repeat, calls) => {
    expect(findRepeats(calls, 0)).toEqual([repeat])
  })

  it('finds more than one window', () => {
    expect(findRepeats([], 2)).toEqual(['opened 2 windows'])
  })
})
