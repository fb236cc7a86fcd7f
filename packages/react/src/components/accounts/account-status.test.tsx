import type { Account } from '@connect-account/core'
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { AccountStatus } from './account-status.tsx'

it.each<[Account['status'], string | undefined, string]>([
  ['running', undefined, 'Connected'],
  [
    'disconnected',
    'CREDENTIALS',
    'Needs you to sign in again Its sign-in has ended, for instance after a changed password.',
  ],
  ['errored', 'provider', 'Interrupted The provider has trouble. It recovers by itself.'],
  ['errored', 'proxy', 'Interrupted Its connection has trouble. It recovers by itself.'],
  ['errored', 'unipile', 'Interrupted Our connection service has trouble. It recovers by itself.'],
  ['errored', 'something new', 'Interrupted It recovers by itself.'],
  ['paused', undefined, 'Paused Ask your team.'],
  [
    'degraded',
    'SALES_NAVIGATOR',
    'Partly working There is trouble with sales navigator. It recovers by itself.',
  ],
  [
    'partial',
    'calendar: disconnected',
    'Partly working There is no access to calendar. Sign in again to repair it.',
  ],
  ['partial', undefined, 'Partly working Some of it has no access. Sign in again to repair it.'],
])('says what %s (%s) means', (status, statusReason, text) => {
  render(<AccountStatus account={{ status, ...(statusReason && { statusReason }) }} />)
  const shown = screen.getByText((_, element) => element?.getAttribute('data-status') === status)
  expect(shown).toHaveTextContent(text)
  expect(shown.getAttribute('title')).toBe(statusReason ?? null)
})
