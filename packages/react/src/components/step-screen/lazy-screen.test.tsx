import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { en } from '../../locales/en.ts'
import { RootContext } from '../root/root-context.ts'
import { chunk, LazyScreen } from './lazy-screen.tsx'

afterEach(() => {
  vi.restoreAllMocks()
})

const root = {
  messages: en,
  translate: <T,>(english: T) => english,
  captcha: undefined,
  support: undefined,
  nonce: undefined,
  headingId: 'heading',
  announce: () => {},
  mayTakeFocus: () => false,
}

it('lets the user load a screen again that could not be loaded', async () => {
  // React reports what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const load = vi
    .fn<() => Promise<{ default: (props: { step: string }) => string }>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
    .mockResolvedValue({ default: ({ step }) => `the ${step} screen` })

  render(
    <RootContext.Provider value={root}>
      <LazyScreen chunk={chunk(load)} step="phone" />
    </RootContext.Provider>,
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('the phone screen')).toBeVisible()
  expect(load).toHaveBeenCalledTimes(2)
})
