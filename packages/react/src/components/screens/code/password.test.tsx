import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { renderStep } from '../../../../test/render-step.tsx'
import { twoFactorStep } from '../../../../test/steps.ts'

const passwordStep = () => twoFactorStep({ format: 'password' })

it('accepts a password with letters, and never submits it automatically', async () => {
  const step = passwordStep()
  renderStep(step)
  const field = await screen.findByLabelText('Password')
  expect(field).toHaveAttribute('type', 'password')
  await userEvent.type(field, 'correct horse{Enter}')
  expect(step.submit).toHaveBeenCalledExactlyOnceWith('correct horse')
})

it('shows an error instead of submitting an empty password', async () => {
  const step = passwordStep()
  renderStep(step)
  const field = await screen.findByLabelText('Password')
  await userEvent.type(field, '{Enter}')
  expect(screen.getByRole('alert')).toHaveTextContent('Enter your password.')
  expect(field).toHaveFocus()
  expect(step.submit).not.toHaveBeenCalled()
})

it('asks for a code for other formats', async () => {
  renderStep(twoFactorStep())
  expect(await screen.findByLabelText('Code')).toBeVisible()
})
