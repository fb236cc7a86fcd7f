import { ConnectError, type ErrorCode } from '@connect-account/core'
import {
  sampleIntent,
  sampleProvider,
  scriptedTransport,
  type TransportScript,
} from '@connect-account/core/testing'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setOnline } from '../../../test/network.ts'
import { ConnectAccount } from './connect-account.tsx'

const otp = { type: 'otp', id: 'code', format: 'digits', length: 6 } as const
const linkedin = sampleProvider('linkedin')

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

function show(script: TransportScript) {
  const transport = scriptedTransport(script)
  render(
    <StrictMode>
      <ConnectAccount
        transport={transport}
        memory={null}
        {...(script.intent && { intentId: script.intent.id })}
      />
    </StrictMode>,
  )
  return { transport, user: userEvent.setup() }
}

const offline = /^You’re offline\./
const unreachable = /^We can’t reach our server right now\./
const serverDown = /^Our server isn’t working properly right now\./
const upstreamDown = /^Our connection service isn’t responding right now\./
const providerDown = /^The provider isn’t responding right now\./

describe.each<[ErrorCode, isOnline: boolean, RegExp]>([
  ['network_unreachable', true, unreachable],
  ['network_unreachable', false, offline],
  ['network_timeout', true, unreachable],
  ['network_timeout', false, offline],
  ['session_unavailable', true, serverDown],
  ['session_unavailable', false, offline],
  ['server_unavailable', true, serverDown],
  ['shutting_down', true, serverDown],
  ['unexpected_answer', true, /^Something went wrong on our side\./],
  ['upstream_unavailable', true, upstreamDown],
  ['upstream_timeout', true, upstreamDown],
  ['provider_unavailable', true, providerDown],
  // The server responded, so the browser is not the cause.
  ['provider_unavailable', false, providerDown],
])('%s, with a network: %s', (code, isOnline, text) => {
  it('is shown as what it is where the flow cannot start', async () => {
    setOnline(isOnline)
    show({ providers: new ConnectError(code) })
    expect(await screen.findByText(text)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('is shown as what it is at an answer, which stays in its field', async () => {
    setOnline(isOnline)
    const { user } = show({ intent: sampleIntent(otp), solve: () => new ConnectError(code) })
    await user.type(await screen.findByLabelText('Code'), '123456')
    expect(await screen.findByText(text)).toBeVisible()
    expect(screen.getByLabelText('Code')).toHaveValue('123456')
  })
})

describe('what goes away by itself', () => {
  it('is a flow that could not start', async () => {
    let isDown = true
    show({
      get providers() {
        return isDown ? new ConnectError('session_unavailable') : [linkedin, sampleProvider('whatsapp')]
      },
    })
    expect(await screen.findByText(serverDown)).toBeVisible()
    isDown = false
    setOnline(true)
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
  })

  it('is an ended session, once the user has signed in again', async () => {
    let isSignedOut = true
    show({
      get providers() {
        return isSignedOut ? new ConnectError('session_expired') : [linkedin, sampleProvider('whatsapp')]
      },
    })
    expect(await screen.findByText(/^Your session has ended\. Reload the page/)).toBeVisible()
    isSignedOut = false
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(await screen.findByRole('button', { name: 'LinkedIn' })).toBeVisible()
  })

  it('is the error of a form, whose values stay', async () => {
    const { user } = show({ providers: [linkedin], start: () => new ConnectError('network_unreachable') })
    await user.type(await screen.findByLabelText('Email or phone'), 'anna@example.test')
    await user.type(screen.getByLabelText('Password'), 'secret')
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(unreachable)
    setOnline(true)
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByLabelText('Email or phone')).toHaveValue('anna@example.test')
    expect(screen.getByLabelText('Password')).toHaveValue('secret')
  })

  it('is the error of a code', async () => {
    const { user } = show({
      intent: sampleIntent(otp),
      solve: () => new ConnectError('network_unreachable'),
    })
    await user.type(await screen.findByLabelText('Code'), '123456')
    expect(await screen.findByRole('alert')).toHaveTextContent(unreachable)
    setOnline(true)
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.getByLabelText('Code')).toHaveValue('123456')
  })

  it('is the error of a QR code that could not be renewed', async () => {
    const qr = {
      type: 'qr',
      id: 'qr',
      qrcode: 'first',
      shownAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      round: 1,
    } as const
    const { user, transport } = show({
      intent: sampleIntent(qr, { provider: 'whatsapp', method: 'qr' }),
      challenge: () => new ConnectError('server_unavailable'),
    })
    await user.click(await screen.findByRole('button', { name: 'Show a new code' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(serverDown)
    act(() => transport.push({ ...qr, qrcode: 'second', round: 2 }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is the text that no changes arrive: it names the reason, and follows the browser', async () => {
    setOnline(false)
    show({ intent: sampleIntent({ type: 'loading', id: 'loading' }), connection: 'offline' })
    const banner = { selector: '[data-ca="offline"]' }
    expect(await screen.findByText('You’re offline. We’ll continue when you’re back.', banner)).toBeVisible()
    setOnline(true)
    expect(
      screen.getByText('We can’t reach our server right now. We’ll continue when it’s back.', banner),
    ).toBeVisible()
  })
})

it('a code that was refused stays refused', async () => {
  const { user } = show({ intent: sampleIntent(otp), solve: () => new ConnectError('invalid_code') })
  await user.type(await screen.findByLabelText('Code'), '123456')
  expect(await screen.findByRole('alert')).toBeVisible()
  setOnline(true)
  expect(screen.getByRole('alert')).toHaveTextContent('That code isn’t right.')
})
