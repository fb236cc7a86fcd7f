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
  report: () => {},
  announce: () => {},
  mayTakeFocus: () => false,
}

type Load = () => Promise<{ default: (props: { step: string }) => string }>

/** Loads the screen, but for the first so many times. */
function failing(times: number) {
  // React reports what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const load = vi.fn<Load>().mockResolvedValue({ default: ({ step }) => `the ${step} screen` })
  for (let count = 0; count < times; count++) {
    load.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'))
  }
  render(
    <RootContext.Provider value={root}>
      <LazyScreen chunk={chunk(load)} step="phone" />
    </RootContext.Provider>,
  )
  return load
}

it('loads a screen once more that could not be loaded for a moment', async () => {
  const load = failing(1)
  expect(await screen.findByText('the phone screen')).toBeVisible()
  expect(load).toHaveBeenCalledTimes(2)
})

it('lets the user load a screen again that could not be loaded', async () => {
  const load = failing(2)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('the phone screen')).toBeVisible()
  expect(load).toHaveBeenCalledTimes(3)
})

it('loads a screen by itself when the browser is online again', async () => {
  const load = failing(2)
  await screen.findByRole('button', { name: 'Try again' })
  window.dispatchEvent(new Event('online'))
  expect(await screen.findByText('the phone screen')).toBeVisible()
  expect(load).toHaveBeenCalledTimes(3)
})
