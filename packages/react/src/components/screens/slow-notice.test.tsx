import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep, otpStep } from '../../../test/steps.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The line in the screen, not the announcement. */
const line = (text: RegExp) => screen.getByText(text, { selector: '[data-ca="waiting"]' })
const shown = (name: string) => vi.waitFor(() => expect(screen.getByRole('button', { name })).toBeTruthy())
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

test('a sign-in that takes some seconds says what is going on, and can be canceled', async () => {
  const cancel = vi.fn()
  const { show } = renderStep(credentialsStep({ cancel }))
  await shown('Sign in')
  show(credentialsStep({ cancel, pending: 'submit' }))
  await pass(4_900)
  expect(document.body.textContent).not.toContain('can take up to a minute')
  await pass(200)
  await vi.waitFor(() => expect(line(/^Signing in to LinkedIn can take up to a minute/)).toBeTruthy())
  expect(screen.getByRole('status').textContent).toMatch(/^Signing in to LinkedIn can take up to a minute/)
  act(() => screen.getByRole('button', { name: 'Cancel' }).click())
  expect(cancel).toHaveBeenCalledTimes(1)
  show(credentialsStep({ cancel, error: { code: 'invalid_credentials' } }))
  expect(screen.queryByText(/can take up to a minute/, { selector: '[data-ca="waiting"]' })).toBeNull()
})

test('so does the check of a code, and a start without a form', async () => {
  const { show } = renderStep(otpStep())
  await shown('Try another way')
  show(otpStep({ pending: 'submit' }))
  await pass(5_100)
  await vi.waitFor(() => expect(line(/^LinkedIn is taking longer than usual/)).toBeTruthy())
  show({ type: 'preparing', provider: otpStep().provider, cancel: () => {} })
  await pass(5_100)
  await vi.waitFor(() => expect(line(/^Signing in to LinkedIn can take up to/)).toBeTruthy())
})

test('another way that does not exist is said, and not offered again', async () => {
  const { show } = renderStep(otpStep())
  await shown('Try another way')
  show(otpStep({ error: { code: 'no_other_way' } }))
  expect(screen.getByText(/There’s no other way for this account/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Try another way' })).toBeNull()
})
