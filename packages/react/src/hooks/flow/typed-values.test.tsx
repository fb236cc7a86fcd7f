import { ConnectError } from '@connect-account/core'
import { sampleAccount, scriptedTransport, type TransportScript } from '@connect-account/core/testing'
import { render, screen, within } from '@testing-library/react'
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
    ['a cancellation', { type: 'canceled' }, 'Start again'],
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

describe('the form of a reconnect', () => {
  const account = {
    id: 'a1',
    provider: 'linkedin',
    name: 'Anna Sandbox',
    method: 'credentials',
    values: { username: 'anna@example.com' },
  }

  it('names the account, has its sign-in name, and has it again after another account’s sign-in', async () => {
    const transport = scriptedTransport({ account, start: () => ({ type: 'mismatch' }) })
    render(<ConnectAccount transport={transport} accountId="a1" providers={['linkedin']} memory={null} />)
    const heading = 'Sign in again to LinkedIn as Anna Sandbox'
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
    expect(await name()).toHaveValue('anna@example.com')
    await userEvent.clear(await name())
    await userEvent.type(await name(), 'other@example.com')
    await userEvent.type(await password(), 'secret{Enter}')
    expect(
      await screen.findByText('You signed in with another account. Sign in as Anna Sandbox.'),
    ).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await name()).toHaveValue('anna@example.com')
  })

  it('opens with the method of the last sign-in, and its servers', async () => {
    const values = { user: 'anna@b.test', imap_host: 'imap.b.test', imap_encryption: 'starttls' }
    const mailbox = { id: 'a1', provider: 'imap', name: 'anna@b.test', method: 'manual', values }
    const transport = scriptedTransport({ account: mailbox })
    render(<ConnectAccount transport={transport} accountId="a1" providers={['imap']} memory={null} />)
    const heading = 'Sign in again to your email provider as anna@b.test'
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
    const [incoming = document.body] = screen.getAllByRole('group', { name: 'Incoming mail (IMAP)' })
    expect(within(incoming).getByLabelText('Server')).toHaveValue('imap.b.test')
    expect(within(incoming).getByLabelText('Encryption')).toHaveValue('starttls')
  })

  it('works without what is known', async () => {
    render(
      <ConnectAccount
        transport={scriptedTransport()}
        accountId="a1"
        providers={['linkedin']}
        memory={null}
      />,
    )
    expect(await screen.findByRole('heading', { name: 'Sign in to LinkedIn' })).toBeVisible()
  })

  it('names the account that the user reconnects after a duplicate, and keeps the name', async () => {
    const own = { ...sampleAccount, status: 'disconnected' } as const
    showFlow({ start: () => ({ type: 'duplicate', account: own }) })
    await signIn()
    await userEvent.click(await screen.findByRole('button', { name: 'Reconnect' }))
    const heading = 'Sign in again to LinkedIn as Anna Sandbox'
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
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
