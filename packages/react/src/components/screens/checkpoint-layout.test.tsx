import { sampleProvider } from '@connect-account/core/testing'
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { otpStep, phoneStep } from '../../../test/steps.ts'
import type { ConnectStep } from '../../index.ts'

const isBefore = (first: Element, second: Element) =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

const base = {
  provider: sampleProvider('linkedin'),
  checkpointId: 'checkpoint-1',
  pending: false,
  connection: 'live',
  cancel: () => {},
} as const

describe('the actions of a checkpoint', () => {
  it('are below the primary button, always in the same order', async () => {
    renderStep({
      ...otpStep(),
      resend: { availableAt: 0, send: () => {} },
      phoneLink: () => 'https://host.test/l/1',
    })
    await screen.findByRole('button', { name: 'Continue on your phone' })
    const labels = screen.getAllByRole('button').map((button) => button.textContent)
    expect(labels).toEqual(['Continue', 'Resend', 'Try another way', 'Continue on your phone', 'Cancel'])
  })
})

describe('the error of a checkpoint', () => {
  it.each<[string, ConnectStep]>([
    ['phone', phoneStep({ error: { code: 'invalid_phone' } })],
    [
      'contract',
      {
        ...base,
        type: 'contract',
        options: [{ id: 'sales', label: 'Sales' }],
        choose: () => {},
        error: { code: 'internal_error' },
      },
    ],
  ])('is between the fields and the button of the form: %s', async (_, step) => {
    renderStep(step)
    const alert = await screen.findByRole('alert')
    const fields = screen.getAllByRole(step.type === 'contract' ? 'radio' : 'textbox')
    for (const field of fields) expect(isBefore(field, alert)).toBe(true)
    expect(isBefore(alert, screen.getByRole('button', { name: 'Continue' }))).toBe(true)
  })

  it('is below what a screen without fields shows', async () => {
    renderStep({
      ...base,
      type: 'in_app',
      tryAnotherWay: () => {},
      error: { code: 'approval_declined' },
    })
    const alert = await screen.findByRole('alert')
    const picture = document.querySelector('[data-ca="phone"]')
    expect(picture && isBefore(picture, alert)).toBe(true)
    expect(isBefore(alert, screen.getByRole('button', { name: 'Try another way' }))).toBe(true)
  })
})
