import type { Account } from '@connect-account/core'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AccountStatusBadge } from './account-status-badge.tsx'

it.each<[Account['status'], string | undefined, string]>([
  ['running', undefined, 'Connected'],
  ['disconnected', 'CREDENTIALS', 'Sign-in needed You were signed out, for example after a password change.'],
  [
    'errored',
    'provider',
    'Temporarily interrupted The provider is having problems. We’ll reconnect automatically.',
  ],
  [
    'errored',
    'proxy',
    'Temporarily interrupted Its connection is having problems. We’ll reconnect automatically.',
  ],
  [
    'errored',
    'unipile',
    'Temporarily interrupted Our connection service is having problems. We’ll reconnect automatically.',
  ],
  ['errored', 'something new', 'Temporarily interrupted We’ll reconnect automatically.'],
  ['paused', undefined, 'Paused It was paused and doesn’t sync. Contact support to resume it.'],
  [
    'degraded',
    'SALES_NAVIGATOR',
    'Partly working We’re having trouble with your sales navigator. We’ll keep trying.',
  ],
  ['partial', 'calendar: disconnected', 'Limited access We can’t reach your calendar. Reconnect to fix it.'],
  ['partial', undefined, 'Limited access We can’t reach all of it. Reconnect to fix it.'],
])('says what %s (%s) means', (status, statusReason, text) => {
  render(<AccountStatusBadge account={{ status, ...(statusReason && { statusReason }) }} />)
  const shown = screen.getByText((_, element) => element?.getAttribute('data-status') === status)
  expect(shown).toHaveTextContent(text)
  expect(shown.getAttribute('data-reason')).toBe(statusReason ?? null)
})
