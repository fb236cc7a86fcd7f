import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep } from '../../../test/steps.ts'

const name = () => screen.findByLabelText('Email or phone')
const password = () => screen.findByLabelText('Password')

describe('the sign-in form', () => {
  it('submits what was typed, by field name', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    renderStep(step)
    await user.type(await name(), 'anna@example.com')
    await user.type(await password(), 'secret{Enter}')
    await waitFor(() =>
      expect(step.submit).toHaveBeenCalledExactlyOnceWith({
        username: 'anna@example.com',
        password: 'secret',
      }),
    )
  })

  it('says what is missing, at the field, and goes to the first one', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    renderStep(step)
    await user.click(await screen.findByRole('button', { name: 'Sign in' }))
    await waitFor(async () => expect(await name()).toHaveFocus())
    expect(await name()).toHaveAccessibleDescription('Enter your email or phone.')
    expect(await password()).toHaveAccessibleDescription('Enter your password.')
    expect(step.submit).not.toHaveBeenCalled()
  })

  it('keeps the name and clears the password when they are wrong', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    const { show } = renderStep(step)
    await user.type(await name(), 'anna@example.com')
    await user.type(await password(), 'wrong{Enter}')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'invalid_credentials' } })

    expect(screen.getByRole('alert')).toHaveTextContent(/not right/)
    expect(await name()).toHaveValue('anna@example.com')
    expect(await password()).toHaveValue('')
    expect(await password()).toHaveFocus()
  })

  it('keeps everything when the fault is not the user’s', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    const { show } = renderStep(step)
    await user.type(await name(), 'anna@example.com')
    await user.type(await password(), 'secret{Enter}')
    show({ ...step, pending: 'submit' })
    show({ ...step, error: { code: 'provider_rate_limited', retryAfter: 90 } })

    expect(screen.getByRole('alert')).toHaveTextContent(/Too many attempts.*Wait 2 minutes/)
    expect(await password()).toHaveValue('secret')
  })

  it('puts the server’s word at the field that it is about', async () => {
    const step = credentialsStep()
    const { show } = renderStep(step)
    await name()
    show({ ...step, pending: 'submit' })
    show({
      ...step,
      error: { code: 'invalid_request', fields: [{ name: 'username', message: 'Not an address.' }] },
    })
    expect(await name()).toHaveAccessibleDescription('Not an address.')
    expect(await name()).toHaveFocus()
  })

  it('shows and hides the password', async () => {
    const user = userEvent.setup()
    renderStep(credentialsStep())
    await user.click(await screen.findByRole('button', { name: 'Show password' }))
    expect(await password()).toHaveAttribute('type', 'text')
    await user.click(screen.getByRole('button', { name: 'Hide password' }))
    expect(await password()).toHaveAttribute('type', 'password')
  })

  it('starts empty for another method', async () => {
    const user = userEvent.setup()
    const step = credentialsStep()
    const cookies = { ...step.method, id: 'cookies', label: 'Cookies' }
    const chooseMethod = vi.fn()
    const two = {
      ...step,
      provider: { ...step.provider, methods: [step.method, cookies] },
      chooseMethod,
    }
    const { show } = renderStep(two)
    await user.type(await password(), 'secret')
    await user.click(screen.getByRole('button', { name: 'Use “Cookies” instead' }))
    expect(chooseMethod).toHaveBeenCalledExactlyOnceWith('cookies')
    show({ ...two, method: cookies })
    expect(await password()).toHaveValue('')
  })
})
