import { sampleAccount } from '@connect-account/core/testing'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { sampleSteps } from './testing/sample-steps.ts'
import { renderConnect, renderStep } from './testing.ts'

const types = Object.keys(sampleSteps).filter((type): type is keyof typeof sampleSteps =>
  Object.hasOwn(sampleSteps, type),
)

describe('renderStep', () => {
  it('records what the user does', async () => {
    const { called } = renderStep('otp')
    await userEvent.type(await screen.findByLabelText('Code'), '123456')
    await userEvent.click(screen.getByRole('button', { name: /Resend/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(called).toEqual([
      { verb: 'submit', args: ['123456'] },
      { verb: 'resend', args: [] },
      { verb: 'cancel', args: [] },
    ])
  })

  it('shows the form of any provider and method', async () => {
    const { called } = renderStep('credentials', { provider: 'imap', method: 'password' })
    await userEvent.type(await screen.findByLabelText('Email'), 'anna@example.com')
    await userEvent.type(screen.getByLabelText(/Password/), 'secret{Enter}')
    await waitFor(() => expect(called[0]?.verb).toBe('submit'))
    expect(called[0]?.args[0]).toMatchObject({ password: 'secret' })
  })

  it.each(types)('shows %s', async (type) => {
    renderStep(type)
    await waitFor(() => expect(screen.getByRole('heading')).toBeVisible())
  })

  it('shows the next revision of a step', async () => {
    const { show } = renderStep('otp', { provider: 'instagram' })
    await screen.findByLabelText('Code')
    show({ error: { code: 'invalid_code' } })
    expect(await screen.findByRole('alert')).toBeVisible()
  })

  it('says that a provider or method does not exist', () => {
    expect(() => renderStep('otp', { provider: 'linkdin' })).toThrow('No provider "linkdin"')
    expect(() => renderStep('credentials', { method: 'sms' })).toThrow('has no method "sms"')
    expect(() => renderStep('credentials', { provider: 'google' })).toThrow('has no form')
  })
})

describe('renderConnect', () => {
  it('plays a script, and says what happened and how it ended', async () => {
    const { transport, events, outcomes } = renderConnect({
      start: () => ({ type: 'linked', account: sampleAccount }),
    })
    await userEvent.click(await screen.findByRole('button', { name: 'LinkedIn' }))
    await userEvent.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(screen.getByLabelText('Password'), 'secret{Enter}')
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    expect(transport.calls).toContain('startIntent')
    expect(outcomes).toEqual([{ type: 'linked', account: sampleAccount }])
    await waitFor(() => expect(events.at(-1)).toMatchObject({ type: 'outcome', outcome: 'linked' }))
  })
})
