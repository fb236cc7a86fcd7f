import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'
import { otpStep } from '../../../../test/steps.ts'

afterEach(() => {
  vi.useRealTimers()
})

const field = () => screen.findByLabelText('Code')

describe('the code screen', () => {
  it('submits automatically at six digits, once', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    const { show } = renderStep(step)

    await user.type(await field(), '12345')
    expect(step.submit).not.toHaveBeenCalled()
    await user.type(await field(), '6')
    expect(step.submit.mock.calls).toEqual([['123456']])

    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_code' } })
    await user.keyboard('654321')
    expect(step.submit).toHaveBeenCalledTimes(1)
    await user.keyboard('{Enter}')
    expect(step.submit).toHaveBeenLastCalledWith('654321')
  })

  it('submits only on request if the length of the code is unknown', async () => {
    const user = userEvent.setup()
    const { length: _, ...step } = otpStep({ format: 'alphanumeric' })
    renderStep(step)
    const input = await field()
    expect(input).toHaveAttribute('inputmode', 'text')
    await user.type(input, '62v3cc')
    expect(step.submit).not.toHaveBeenCalled()
    await user.type(input, '5t{Enter}')
    expect(step.submit.mock.calls).toEqual([['62v3cc5t']])
  })

  it.each([4, 5, 8])(
    'submits a code of %i digits automatically, and paints as many cells',
    async (length) => {
      const user = userEvent.setup()
      const step = otpStep({ length })
      const { container } = renderStep(step)
      await user.type(await field(), '12345678'.slice(0, length - 1))
      expect(container.querySelectorAll('[data-ca="code-cell"]')).toHaveLength(length)
      expect(step.submit).not.toHaveBeenCalled()
      await user.keyboard(String(length))
      expect(step.submit.mock.calls).toEqual([['12345678'.slice(0, length)]])
    },
  )

  it('finds the code in a pasted sentence', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    renderStep(step)
    await user.click(await field())
    await user.paste('Your code is 123 456')
    expect(await field()).toHaveValue('123456')
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('123456')
  })

  it('accepts four to eight digits, and shows an error for fewer', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    renderStep(step)
    await user.type(await field(), '123{Enter}')
    expect(screen.getByRole('alert')).toHaveTextContent('Enter the full code.')
    expect(step.submit).not.toHaveBeenCalled()
    await user.keyboard('4{Enter}')
    expect(step.submit).toHaveBeenLastCalledWith('1234')
    await user.clear(await field())
    await user.paste('12345678')
    await user.keyboard('{Enter}')
    expect(step.submit).toHaveBeenLastCalledWith('12345678')
  })

  it('keeps the focus after a wrong code and selects it, so that typing replaces it', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    const { show } = renderStep(step)
    await user.type(await field(), '000000')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_code' } })

    const input = await field()
    expect(input).toHaveFocus()
    expect(input).toBeInvalid()
    expect(input).toHaveAccessibleDescription(/That code isn’t right/)
    await user.keyboard('1')
    expect(input).toHaveValue('1')
  })

  it('counts down until the code can be resent', async () => {
    const send = vi.fn()
    const { show } = renderStep(otpStep())
    await field()

    vi.useFakeTimers()
    show(otpStep({ resend: { availableAt: Date.now() + 30_000, send } }))
    const button = screen.getByRole('button', { name: 'Resend in 0:30' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    button.click()
    expect(send).not.toHaveBeenCalled()

    act(() => vi.advanceTimersByTime(12_000))
    expect(button).toHaveTextContent('Resend in 0:18')
    act(() => vi.advanceTimersByTime(18_000))
    expect(button).toHaveTextContent('Resend')
    button.click()
    expect(send).toHaveBeenCalledOnce()
  })

  it('keeps a pending button focusable but ignores clicks', async () => {
    const user = userEvent.setup()
    const step = otpStep({ pending: 'switch' })
    renderStep(step)
    const button = await screen.findByRole('button', { name: /Try another way/ })
    button.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(button).toHaveFocus())
    expect(step.tryAnotherWay).not.toHaveBeenCalled()
  })
})
