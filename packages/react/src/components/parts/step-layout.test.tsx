import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep, otpStep, qrStep } from '../../../test/steps.ts'

const field = () => screen.findByLabelText('Code')

describe('the focus', () => {
  it('does not move into the first step of an inline flow', async () => {
    renderStep(otpStep())
    await field()
    expect(document.body).toHaveFocus()
  })

  it('moves into the first step of a dialog', async () => {
    renderStep(otpStep(), { takesFocus: true })
    const input = await field()
    await waitFor(() => expect(input).toHaveFocus())
  })

  it('moves to the field of each new step while the user is in the flow', async () => {
    const { show } = renderStep(credentialsStep())
    ;(await screen.findByLabelText('Password')).focus()
    show(otpStep())
    const input = await field()
    await waitFor(() => expect(input).toHaveFocus())
    show(otpStep({ checkpointId: 'checkpoint-2' }))
    const next = await field()
    expect(next).not.toBe(input)
    await waitFor(() => expect(next).toHaveFocus())
  })

  it('moves to the heading if there is no field', async () => {
    const { show } = renderStep(credentialsStep())
    ;(await screen.findByLabelText('Password')).focus()
    show(qrStep())
    const heading = await screen.findByRole('heading', { name: 'Scan with WhatsApp' })
    await waitFor(() => expect(heading).toHaveFocus())
  })

  it('does not move for a revision of the same step', async () => {
    const step = otpStep({ resend: { availableAt: 0, send: () => {} } })
    const { show } = renderStep(step, { takesFocus: true })
    await field()
    const button = screen.getByRole('button', { name: 'Resend' })
    button.focus()
    show({ ...step, connection: 'polling' })
    expect(button).toHaveFocus()
  })

  it('is not stolen from the rest of the page', async () => {
    const { show, container } = renderStep(credentialsStep())
    ;(await screen.findByLabelText('Password')).focus()
    const elsewhere = container.ownerDocument.createElement('input')
    document.body.append(elsewhere)
    elsewhere.focus()
    show(otpStep())
    await field()
    expect(elsewhere).toHaveFocus()
    elsewhere.remove()
  })
})
