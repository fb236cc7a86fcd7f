import { sampleAccount, sampleIntent, scriptedTransport } from '@connect-account/core/testing'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { otpStep, qrStep } from '../../../test/steps.ts'
import { ConnectAccount } from '../flow/connect-account.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
})

const open = () => screen.findByRole('button', { name: 'Continue on your phone' })

describe('continuing a step on the phone', () => {
  it('shows the link as a QR code and as text to copy, and says who must sign in there', async () => {
    const user = userEvent.setup()
    renderStep({ ...otpStep(), phoneLink: async () => 'https://host.test/?connect_intent=i1' })
    await user.click(await open())
    expect(await screen.findByRole('img', { name: 'QR code for the link' })).toBeVisible()
    expect(screen.getByLabelText('Link')).toHaveValue('https://host.test/?connect_intent=i1')
    expect(screen.getByText(/Sign in with the same account/, { selector: '[data-ca="help"]' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(await navigator.clipboard.readText()).toBe('https://host.test/?connect_intent=i1')
    expect(screen.getByRole('button', { name: 'Copied' })).toBeVisible()
    await user.click(await open())
    expect(screen.queryByLabelText('Link')).not.toBeInTheDocument()
  })

  it('shows an error if the host returns no link, and can be retried', async () => {
    const user = userEvent.setup()
    const phoneLink = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue('https://host.test/l/1')
    renderStep({ ...otpStep(), phoneLink })
    await user.click(await open())
    expect(await screen.findByRole('alert')).toHaveTextContent('We couldn’t create the link.')
    await user.click(await open())
    expect(await screen.findByLabelText('Link')).toHaveValue('https://host.test/l/1')
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('is not offered on a phone or for a QR code', async () => {
    renderStep({ ...qrStep(), phoneLink: () => 'https://host.test/' })
    await screen.findByRole('img', { name: 'QR code' })
    vi.stubGlobal('matchMedia', () => ({ matches: false }))
    renderStep({ ...otpStep(), phoneLink: () => 'https://host.test/' })
    await screen.findByLabelText('Code')
    expect(screen.queryByRole('button', { name: 'Continue on your phone' })).not.toBeInTheDocument()
  })

  it('ends on both screens when the phone completes the step', async () => {
    const user = userEvent.setup()
    const intent = sampleIntent({ type: 'otp', id: 'code', format: 'digits', length: 6 })
    const server = scriptedTransport({
      intent,
      solve: () => ({ type: 'linked', account: sampleAccount }),
    })
    const onLinked = vi.fn()
    const desktop = render(
      <ConnectAccount
        transport={server}
        intentId={intent.id}
        memory={null}
        continueOnPhone
        onLinked={onLinked}
      />,
    )
    await user.click(await open())
    const link = new URL((await screen.findByLabelText<HTMLInputElement>('Link')).value)
    expect(link.origin + link.pathname).toBe(location.origin + location.pathname)

    const id = link.searchParams.get('connect_intent') ?? ''
    const phone = render(<ConnectAccount transport={server} intentId={id} memory={null} />)
    await user.type(await within(phone.container).findByLabelText('Code'), '123456')
    for (const { container } of [phone, desktop]) {
      expect(await within(container).findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    }
    expect(onLinked).toHaveBeenCalledOnce()
  })
})
