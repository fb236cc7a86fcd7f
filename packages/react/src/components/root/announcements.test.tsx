import { sampleAccount, sampleProvider } from '@connect-account/core/testing'
import { act, cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep, otpStep, phoneStep, qrStep, twoFactorStep } from '../../../test/steps.ts'

afterEach(() => {
  vi.useRealTimers()
})

const status = () => screen.getByRole('status')

/**
 * Collects every announcement from now on, including the current one, which may be cleared already on a slow
 * machine.
 */
function listen(): string[] {
  const region = status()
  const announced = [region.textContent]
  const observer = new MutationObserver(() => announced.push(region.textContent))
  observer.observe(region, { childList: true, characterData: true, subtree: true })
  return announced
}
const linked = {
  type: 'linked',
  provider: sampleProvider('linkedin'),
  account: sampleAccount,
  close: () => {},
  restart: () => {},
} as const

describe('announcements to screen readers', () => {
  it('give the number of wrong fields and the first error after each empty submit', async () => {
    const user = userEvent.setup()
    renderStep(credentialsStep())
    await user.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText(/^2 fields need your attention. Enter your email or phone./)).toBe(
      status(),
    )
    expect(screen.getByLabelText('Email or phone')).toHaveFocus()
    const announced = status().textContent
    await user.keyboard('{Enter}')
    await expect.poll(() => status().textContent).not.toBe(announced)
    expect(status()).toHaveTextContent(/^2 fields/)
  })

  it('give the error of a single field, and focus it', async () => {
    const user = userEvent.setup()
    renderStep(credentialsStep())
    const announced = listen()
    await user.type(await screen.findByLabelText('Email or phone'), 'anna{Enter}')
    await expect.poll(() => announced).toContain('Enter your password.')
    expect(screen.getByLabelText('Password')).toHaveFocus()
  })

  it('say that a phone number is wrong', async () => {
    const user = userEvent.setup()
    renderStep(phoneStep())
    const announced = listen()
    await user.click(await screen.findByRole('button', { name: 'Continue' }))
    await expect.poll(() => announced).toContain('This number looks incomplete. Check it.')
    expect(screen.getByRole('textbox')).toHaveFocus()
  })

  it('are cleared after a second', async () => {
    const { show } = renderStep(credentialsStep(), { takesFocus: true })
    await screen.findByLabelText('Password')
    vi.useFakeTimers()
    show(qrStep({ qrcode: 'first' }))
    await act(() => vi.dynamicImportSettled())
    show(qrStep({ qrcode: 'second' }))
    expect(status()).toHaveTextContent('A new code is shown.')
    act(() => vi.advanceTimersByTime(1000))
    expect(status()).toBeEmptyDOMElement()
  })

  it('are cleared at the next step and at the end', async () => {
    const { show } = renderStep(otpStep(), { takesFocus: true })
    const announced = listen()
    await screen.findByLabelText('Code')
    await expect.poll(() => announced.join()).toContain('Enter your verification code')
    show(linked)
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toHaveFocus()
    expect(status()).toBeEmptyDOMElement()
  })

  it('leave no timer behind', async () => {
    const { show } = renderStep(qrStep(), { takesFocus: true })
    await screen.findByRole('heading', { name: 'Scan with WhatsApp' })
    vi.useFakeTimers()
    show(qrStep({ qrcode: 'second' }))
    expect(vi.getTimerCount()).toBeGreaterThan(0)
    cleanup()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('the description of a field', () => {
  it('says that a password was wrong, not a code', async () => {
    const step = twoFactorStep({ format: 'password' })
    const { show } = renderStep(step)
    const field = await screen.findByLabelText('Password')
    expect(field).not.toHaveAttribute('aria-describedby')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_code' } })
    expect(screen.getByRole('alert')).toHaveTextContent('That password isn’t right.')
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription(/That password isn’t right/)
  })

  it('never refers to a missing element', async () => {
    for (const step of [credentialsStep(), otpStep(), qrStep()]) {
      const { container } = renderStep(step)
      await screen.findByRole('button', { name: 'Cancel' })
      const described = [
        ...container.querySelectorAll('[aria-describedby], [aria-labelledby], [aria-controls]'),
      ]
      for (const element of described) {
        for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls'])
          for (const id of element.getAttribute(name)?.split(' ') ?? [])
            expect(document.getElementById(id), `${name} of ${element.outerHTML}`).not.toBeNull()
      }
      expect(container.querySelectorAll('[data-focus="false"]')).toHaveLength(0)
      container.remove()
    }
  })

  it('has the same direction for the input and its button', async () => {
    renderStep(credentialsStep())
    const password = await screen.findByLabelText('Password')
    expect(password.closest('[dir]')).toBe(password)
    expect(password.parentElement).toHaveAttribute('dir', 'ltr')
    expect(password.parentElement).toContainElement(screen.getByRole('button', { name: 'Show password' }))
  })
})

it('keeps the focus while the next screen loads', async () => {
  const { show } = renderStep(credentialsStep())
  ;(await screen.findByLabelText('Password')).focus()
  const lost: Element[] = []
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) lost.push(document.body)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  show({ type: 'preparing', cancel: () => {} })
  show(otpStep())
  expect(document.activeElement).not.toBe(document.body)
  expect(await screen.findByLabelText('Code')).toHaveFocus()
  observer.disconnect()
  expect(lost).toEqual([])
})
