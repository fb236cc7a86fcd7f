import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fillSilently } from '../../../../test/fill-silently.ts'
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
    await user.type(await field(), '{Backspace}7')
    expect(step.submit).toHaveBeenCalledTimes(1)
  })

  it('treats the code after a wrong one like the first', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    const { show } = renderStep(step)
    await user.type(await field(), '123123')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_code' } })
    expect(screen.getByRole('alert')).toHaveTextContent('That code isn’t right.')

    await user.keyboard('1')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(await field()).toBeValid()
    await user.keyboard('23123')
    // The code that was just refused is submitted again only on request.
    expect(step.submit).toHaveBeenCalledTimes(1)
    await user.keyboard('{Backspace}4')
    expect(step.submit.mock.calls).toEqual([['123123'], ['123124']])

    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_code' } })
    expect(screen.getByRole('alert')).toHaveTextContent('That code isn’t right.')
    await user.paste('654321')
    expect(step.submit).toHaveBeenLastCalledWith('654321')
  })

  it('keeps an error that is not about the code', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    const { show } = renderStep(step)
    await user.type(await field(), '123123')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'provider_rate_limited', retryAfter: 90 } })
    await user.keyboard('1')
    expect(screen.getByRole('alert')).toHaveTextContent('Try again in 2 minutes.')
  })

  it.each([
    ['٧١٨٦٤٠', '718640'],
    ['७१८६४०', '718640'],
    ['７１８６４０', '718640'],
  ])('accepts %s from the keyboard', async (typed, code) => {
    const user = userEvent.setup()
    const step = otpStep()
    renderStep(step)
    await user.type(await field(), typed)
    expect(await field()).toHaveValue(code)
    expect(step.submit).toHaveBeenCalledExactlyOnceWith(code)
  })

  it('does not change the text of an input method until the composition ends', async () => {
    const step = otpStep()
    renderStep(step)
    const input = await field()
    fireEvent.compositionStart(input)
    fireEvent.input(input, { target: { value: '１２' }, isComposing: true })
    expect(input).toHaveValue('１２')
    fireEvent.compositionEnd(input)
    expect(input).toHaveValue('12')
  })

  it.each([
    ['1234567', 'This is too long: the code has 6 characters.'],
    ['12345', 'Enter the full code.'],
    ['12345a', 'Enter only the code.'],
    ['Your code is 482913, not 482914', 'Enter only the code.'],
  ])('keeps %j unchanged and shows the error', async (pasted, words) => {
    const user = userEvent.setup()
    const step = otpStep()
    renderStep(step)
    await user.click(await field())
    await user.paste(pasted)
    expect(await field()).toHaveValue(pasted)
    await user.keyboard('{Enter}')
    expect(screen.getByRole('alert')).toHaveTextContent(words)
    expect(await field()).toHaveValue(pasted)
    expect(step.submit).not.toHaveBeenCalled()
  })

  it.each(['12345', '12345678'])(
    'submits %s of another length if the user repeats the submit',
    async (typed) => {
      const user = userEvent.setup()
      const step = otpStep()
      renderStep(step)
      await user.click(await field())
      await user.paste(typed)
      await user.keyboard('{Enter}')
      expect(screen.getByRole('alert')).toBeVisible()
      expect(step.submit).not.toHaveBeenCalled()
      await user.keyboard('{Enter}')
      expect(step.submit).toHaveBeenCalledExactlyOnceWith(typed)
    },
  )

  it.each(['', '123', '12345a'])('never submits %j, which no provider sends', async (typed) => {
    const user = userEvent.setup()
    const step = otpStep()
    renderStep(step)
    await user.click(await field())
    if (typed) await user.paste(typed)
    await user.keyboard('{Enter}{Enter}{Enter}')
    expect(step.submit).not.toHaveBeenCalled()
  })

  it('submits a long code unchanged if the length is unknown', async () => {
    const user = userEvent.setup()
    const { length: _, ...step } = otpStep()
    renderStep(step)
    await user.click(await field())
    await user.paste('123456789012')
    expect(step.submit).not.toHaveBeenCalled()
    await user.keyboard('{Enter}')
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('123456789012')
  })

  it.each([
    ['9', 'Your verification code is 9S3f4z0h.\nIt expires in 10 minutes.', '9S3f4z0h'],
    ['9', '9S3f4z0h', '9S3f4z0h'],
    ['12', 'Facebook: 12345678 is your code', '12345678'],
  ])('replaces %j with the code in %j, at an unknown length', async (typed, pasted, code) => {
    const user = userEvent.setup()
    const { length: _, ...step } = otpStep({ format: 'alphanumeric' })
    renderStep(step)
    await user.type(await field(), typed)
    await user.paste(pasted)
    expect(await field()).toHaveValue(code)
  })

  it('joins a code that is pasted in two parts, and replaces a part with a whole code', async () => {
    const user = userEvent.setup()
    const step = otpStep({ length: 8, format: 'alphanumeric' })
    renderStep(step)
    await user.click(await field())
    await user.paste('62v3')
    await user.paste('cc5')
    expect(await field()).toHaveValue('62v3cc5')
    await user.paste('Your code is\n62v3-cc5t')
    expect(await field()).toHaveValue('62v3cc5t')
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('62v3cc5t')
  })

  it('counts a code that was filled in without an event', async () => {
    const user = userEvent.setup()
    const step = otpStep()
    renderStep(step)
    fillSilently(await field(), '718 64')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(screen.getByRole('alert')).toHaveTextContent('Enter the full code.')
    expect(await field()).toHaveValue('71864')
    fillSilently(await field(), '718 640')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(step.submit).toHaveBeenCalledExactlyOnceWith('718640')
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

  it('accepts four or more digits if the length is unknown, and shows an error for fewer', async () => {
    const user = userEvent.setup()
    const { length: _, ...step } = otpStep()
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
