import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { setOnline } from '../../../test/network.ts'
import { ConnectAccount } from './connect-account.tsx'

describe('<ConnectAccount>', () => {
  it('links an account from the picker to the end, in StrictMode', async () => {
    const user = userEvent.setup()
    const transport = scriptedTransport({
      start: () => ({ type: 'otp', id: 'code', format: 'digits', length: 6, channel: 'email' }),
      solve: (code) =>
        code === '123456' ? { type: 'linked', account: sampleAccount } : { type: 'mismatch' },
    })
    const onLinked = vi.fn()
    render(
      <StrictMode>
        <ConnectAccount transport={transport} memory={null} onLinked={onLinked} />
      </StrictMode>,
    )
    await user.click(await screen.findByRole('button', { name: 'LinkedIn' }))
    await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.com')
    await user.type(screen.getByLabelText('Password'), 'secret{Enter}')
    await user.type(await screen.findByLabelText('Code'), '123456')
    expect(await screen.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    expect(screen.getByText('Anna Sandbox')).toBeVisible()
    expect(onLinked).toHaveBeenCalledExactlyOnceWith(
      sampleAccount,
      expect.objectContaining({ reason: 'answer' }),
    )
  })

  it('calls the callbacks of the latest render', async () => {
    const user = userEvent.setup()
    const intent = sampleIntent({ type: 'loading', id: 'loading' })
    const transport = scriptedTransport({ intent })
    const [stale, newest] = [vi.fn(), vi.fn()]
    const flow = (onEnd: () => void, onClose: () => void) => (
      <ConnectAccount
        transport={transport}
        intentId={intent.id}
        memory={null}
        onEnd={onEnd}
        onClose={onClose}
      />
    )
    const { rerender } = render(flow(stale, stale))
    await screen.findByRole('heading', { name: 'Waiting for LinkedIn' })
    rerender(flow(newest, newest))
    transport.push({ type: 'canceled' })
    await user.click(await screen.findByRole('button', { name: 'Close' }))
    expect(newest).toHaveBeenCalledTimes(2)
    expect(stale).not.toHaveBeenCalled()
  })

  it('says that the intent to continue is another user’s, before anything is asked', async () => {
    const user = userEvent.setup()
    const onEnd = vi.fn()
    const transport = scriptedTransport()
    const flow = { transport, intentId: 'of-another-user', memory: null, onEnd }
    const { rerender } = render(<ConnectAccount {...flow} />)
    expect(await screen.findByText(/^Someone else started this sign-in/)).toBeVisible()
    expect(onEnd).toHaveBeenCalledWith(
      { type: 'failed', error: { code: 'intent_of_other_user' }, retryable: false },
      expect.anything(),
    )
    expect(transport.calls).not.toContain('startIntent')
    // It appears with a host that closes the flow.
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
    rerender(<ConnectAccount {...flow} onClose={() => {}} />)
    expect(screen.getByRole('button', { name: 'Close' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Start again' }))
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
  })

  it('shows and announces that it is offline', async () => {
    setOnline(false)
    const intent = sampleIntent({ type: 'loading', id: 'loading' })
    render(
      <ConnectAccount
        transport={scriptedTransport({ intent, connection: 'offline' })}
        intentId={intent.id}
        memory={null}
      />,
    )
    expect(await screen.findByText(/You’re offline/, { selector: '[data-ca="offline"]' })).toBeVisible()
    expect(screen.getByRole('status')).toHaveTextContent(/You’re offline/)
  })

  it('renders no style attribute, which a strict CSP forbids', async () => {
    const { container } = render(<ConnectAccount transport={scriptedTransport()} memory={null} />)
    await screen.findByRole('button', { name: 'LinkedIn' })
    expect(container.querySelector('[style]')).toBeNull()
  })
})
