import { ConnectError } from '@connect-account/core'
import { sampleAccount, scriptedTransport, type TransportScript } from '@connect-account/core/testing'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ConnectAccount, type ConnectAccountProps } from '../../index.ts'

const name = () => screen.findByLabelText('Email or phone')
const password = () => screen.findByLabelText('Password')

function showFlow(script: TransportScript, options: Partial<Pick<ConnectAccountProps, 'loginHint'>> = {}) {
  const transport = scriptedTransport(script)
  render(<ConnectAccount transport={transport} providers={['linkedin']} memory={null} {...options} />)
}

async function signIn() {
  await userEvent.type(await name(), 'anna@example.com')
  await userEvent.type(await password(), 'secret{Enter}')
}

describe('a form that is shown again', () => {
  it.each([
    [
      'a retryable failure',
      { type: 'failed', error: { code: 'provider_unavailable' }, retryable: true },
      'Try again',
    ],
    [
      'a final failure',
      { type: 'failed', error: { code: 'internal_error' }, retryable: false },
      'Start again',
    ],
    ['a timeout', { type: 'expired' }, 'Try again'],
    ['a cancellation', { type: 'cancelled' }, 'Start again'],
    ['another account’s sign-in', { type: 'mismatch' }, 'Try again'],
  ] as const)('has the name again, and not the password, after %s', async (_, end, again) => {
    showFlow({ start: () => end })
    await signIn()
    await userEvent.click(await screen.findByRole('button', { name: again }))
    expect(await name()).toHaveValue('anna@example.com')
    expect(await password()).toHaveValue('')
  })

  it('is empty for another account', async () => {
    showFlow({ start: () => ({ type: 'linked', account: sampleAccount }) })
    await signIn()
    await userEvent.click(await screen.findByRole('button', { name: 'Connect another account' }))
    expect(await name()).toHaveValue('')
  })

  it('has the phone number again', async () => {
    const phone = { type: 'phone', id: 'phone' } as const
    showFlow({
      start: () => phone,
      solve: () => ({ type: 'failed', error: { code: 'provider_unavailable' }, retryable: true }),
    })
    await signIn()
    await userEvent.type(await screen.findByLabelText('Phone number'), '+33612345678{Enter}')
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await userEvent.type(await password(), 'secret{Enter}')
    expect(await screen.findByLabelText('Phone number')).toHaveValue('06 12 34 56 78')
    expect(screen.getByLabelText('Country')).toHaveDisplayValue('France (+33)')
  })

  it('keeps what was typed after an error of the start', async () => {
    showFlow({ start: () => new ConnectError('upstream_unreachable') })
    await signIn()
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(await name()).toHaveValue('anna@example.com')
  })
})

describe('the host’s login hint', () => {
  it('does not replace what the user typed', async () => {
    showFlow({ start: () => ({ type: 'expired' }) }, { loginHint: 'hint@example.com' })
    expect(await name()).toHaveValue('hint@example.com')
    await userEvent.clear(await name())
    await signIn()
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    expect(await name()).toHaveValue('anna@example.com')
  })

  it('is filled in for a phone number, if it is one', async () => {
    showFlow({ start: () => ({ type: 'phone', id: 'phone' }) }, { loginHint: '+1 (213) 373-4253' })
    await userEvent.type(await password(), 'secret{Enter}')
    expect(await screen.findByLabelText('Phone number')).toHaveValue('(213) 373-4253')
  })
})
