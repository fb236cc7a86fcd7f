import { describe, expect, test } from 'vitest'
import { userActionOf } from '../src/store/user-action.ts'

describe('what the user can do', () => {
  test.each([
    ['running', 'none'],
    ['disconnected', 'reconnect'],
    ['partial', 'reconnect'],
    ['errored', 'wait'],
    ['degraded', 'wait'],
    ['paused', 'contact_team'],
  ] as const)('about %s is: %s', (status, action) => {
    expect(userActionOf(status, undefined)).toBe(action)
    expect(userActionOf(status, 'some words of the provider')).toBe(action)
  })

  test.each(['action_required', 'MESSAGING: action_required', 'provider/unknown_authentication_context'])(
    'about an account that its provider wants opened first is that: %s',
    (reason) => {
      expect(userActionOf('disconnected', reason)).toBe('open_provider')
      expect(userActionOf('partial', reason)).toBe('open_provider')
      expect(userActionOf('errored', reason)).toBe('wait')
      expect(userActionOf('running', reason)).toBe('none')
    },
  )
})
