import { sampleAccount, sampleProvider } from '@connect-account/core/testing'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderStep } from '../../../test/render-step.tsx'
import { credentialsStep, otpStep, qrStep } from '../../../test/steps.ts'
import { ConnectAccountRoot, type ConnectStep } from '../../index.ts'
import { CloseContext } from '../root/close-context.ts'

const bar = () => document.querySelector<HTMLElement>('[data-ca="bar"]')

const picker: ConnectStep = {
  type: 'choosing_provider',
  providers: [sampleProvider('linkedin')],
  choose: () => {},
  cancel: () => {},
}

describe('the bar', () => {
  it('names the provider at each of its steps', async () => {
    const { show } = renderStep(credentialsStep())
    expect(within(bar() ?? document.body).getByText('LinkedIn')).toBeVisible()
    show(otpStep())
    await screen.findByLabelText('Code')
    expect(bar()).toHaveTextContent(/^LinkedIn$/)
    show(qrStep())
    await screen.findByRole('heading', { name: 'Scan with WhatsApp' })
    expect(bar()).toHaveTextContent(/^WhatsApp$/)
  })

  it('calls a provider that is no brand by its name in the language', () => {
    renderStep(credentialsStep({ provider: sampleProvider('imap') }))
    expect(bar()).toHaveTextContent(/^Other email$/)
  })

  it('has no place at a step without anything to show in it', async () => {
    const { show } = renderStep(picker)
    await screen.findByRole('button', { name: 'LinkedIn' })
    expect(bar()).toBeNull()
    show({ type: 'relinked', provider: sampleProvider('linkedin'), account: sampleAccount, close: () => {} })
    await screen.findByRole('heading', { name: 'LinkedIn is reconnected' })
    expect(bar()).toBeNull()
  })

  it('has Back only where there is a step before', async () => {
    const back = vi.fn()
    const { show } = renderStep(credentialsStep({ back }))
    await userEvent.click(screen.getByRole('button', { name: 'Back' }))
    expect(back).toHaveBeenCalledOnce()
    show(otpStep())
    await screen.findByLabelText('Code')
    expect(screen.queryByRole('button', { name: 'Back' })).not.toBeInTheDocument()
  })

  it('is reached by Tab in the order in which it reads: Back, Close, then the step', async () => {
    const user = userEvent.setup()
    const close = vi.fn()
    render(
      <CloseContext.Provider value={close}>
        <ConnectAccountRoot connect={{ step: credentialsStep({ back: () => {} }) }} />
      </CloseContext.Provider>,
    )
    await screen.findByLabelText('Password')
    await user.tab()
    expect(screen.getByRole('button', { name: 'Back' })).toHaveFocus()
    await user.tab()
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(close).toHaveBeenCalledOnce()
    await user.tab()
    expect(screen.getByRole('radio', { checked: true })).toHaveFocus()
    await user.tab()
    expect(screen.getByLabelText('Email or phone')).toHaveFocus()
  })
})
