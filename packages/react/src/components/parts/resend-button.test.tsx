import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { otpStep } from '../../../test/steps.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const now = () => Date.now()

test('says that the code was sent, to screen readers too, and counts down', async () => {
  const send = vi.fn()
  const step = (availableAt: number, pending: 'resend' | false = false) =>
    otpStep({ resend: { availableAt, send }, pending })
  const { show } = renderStep(step(now()))
  const button = await screen.findByRole('button', { name: 'Resend' })
  act(() => button.click())
  expect(send).toHaveBeenCalledTimes(1)
  const first = now()
  show(step(first, 'resend'))
  show(step(first + 30_000))
  expect(await screen.findByRole('button', { name: 'Sent. Resend in 0:30' })).toBe(button)
  expect(screen.getByRole('status').textContent).toBe('Sent again. You can resend in 30 seconds.')
  act(() => void vi.advanceTimersByTime(31_000))
  expect(button.textContent).toBe('Resend')
})

test('does not say so for a message that was sent before, or that could not be sent', async () => {
  const send = vi.fn()
  const soon = now() + 30_000
  const { show } = renderStep(otpStep({ resend: { availableAt: soon, send } }))
  expect(await screen.findByRole('button', { name: 'Resend in 0:30' })).toBeTruthy()
  const past = now()
  show(otpStep({ resend: { availableAt: past, send } }))
  act(() => screen.getByRole('button', { name: 'Resend' }).click())
  show(otpStep({ resend: { availableAt: past, send }, error: { code: 'upstream_unavailable' } }))
  expect(screen.getByRole('button', { name: 'Resend' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).not.toContain('Sent')
})
