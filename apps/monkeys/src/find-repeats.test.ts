import { describe, expect, it } from 'vitest'
import { findRepeats } from './find-repeats.ts'
import type { Call } from './witness.ts'

function call(method: string, path: string, differences: Partial<Call> = {}): Call {
  return {
    at: 0,
    method,
    path,
    tab: 0,
    key: undefined,
    provider: undefined,
    checkpoint: undefined,
    ...differences,
  }
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
    expect(findRepeats(calls, 1, false)).toEqual([])
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
    expect(findRepeats(calls, 0, false)).toEqual([repeat])
  })

  it('allows a cancel that the client repeats because the network failed', () => {
    const twice = [call('DELETE', '/intents/i'), call('DELETE', '/intents/i')]
    expect(findRepeats(twice, 0, true)).toEqual([])
  })

  it('finds more than one window', () => {
    expect(findRepeats([], 2, false)).toEqual(['opened 2 windows'])
  })
})
