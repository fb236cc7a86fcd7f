import { ConnectError } from '@connect-account/core'
import { sampleProvider } from '@connect-account/core/testing'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { qrStep, showStep } from '../../../test/steps.ts'
import { ConnectAccountRoot } from '../../index.ts'

const says = 'My phone says: Continue on your other device'

it.each([qrStep, showStep])('explains the passkey on request, and reports it once', async (stepOf) => {
  const user = userEvent.setup()
  const report = vi.fn<(error: unknown) => void>()
  const connect = { step: stepOf(), report }
  render(<ConnectAccountRoot connect={connect} support={<a href="/help">Ask us</a>} />)
  const button = await screen.findByRole('button', { name: says, expanded: false })
  expect(screen.queryByText(/Only WhatsApp’s own apps/)).toBeNull()
  await user.click(button)
  expect(
    screen.getByText(/Only WhatsApp’s own apps can answer that/, { selector: '[data-ca="phone-link"] p' }),
  ).toBeVisible()
  expect(screen.getByText(/Connect another WhatsApp account/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Ask us' })).toBeVisible()
  const [error] = report.mock.calls[0] ?? []
  expect(error).toBeInstanceOf(ConnectError)
  expect(error).toMatchObject({ code: 'passkey_required' })
  expect(screen.getByText(/Connect another/).closest('[data-ca="phone-link"]')).toHaveFocus()
  await user.click(button)
  expect(screen.queryByText(/Connect another WhatsApp account/)).toBeNull()
})

it('is not offered for a provider without passkeys', async () => {
  render(<ConnectAccountRoot connect={{ step: qrStep({ provider: sampleProvider('telegram') }) }} />)
  await screen.findByRole('img', { name: 'QR code' })
  expect(screen.queryByRole('button', { name: says })).toBeNull()
})
