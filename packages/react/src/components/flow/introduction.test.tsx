import { scriptedTransport } from '@connect-account/core/testing'
import { ConnectAccount, ConnectAccountDialog, type ConnectAccountProps } from '@connect-account/react'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'

const lines = () =>
  [...document.querySelectorAll('[data-ca="introduction-line"]')].map(({ textContent }) => textContent)
const heading = () => screen.findByRole('heading', { level: 2 })
const button = (name: string | RegExp) => screen.findByRole('button', { name })

function show(look: Partial<ConnectAccountProps>, transport = scriptedTransport({})) {
  render(
    <ConnectAccount
      transport={transport}
      memory={null}
      brand={{ name: 'Tidewater' }}
      introduction
      {...(look as object)}
    />,
  )
  return userEvent.setup()
}

describe('the introduction', () => {
  it('says who wants what before the picker, and is shown once', async () => {
    const user = show({ providers: ['linkedin', 'whatsapp', 'google'] })
    await button('Continue')
    expect(await heading()).toHaveTextContent('Connect an account to Tidewater')
    expect(lines()).toEqual([
      'Reads your messages, emails and contacts',
      'Can send messages and emails in your name',
      'You can disconnect it in Tidewater anytime',
    ])
    expect(screen.queryByRole('button', { name: /LinkedIn/ })).not.toBeInTheDocument()
    await user.click(await button('Continue'))
    await user.click(await button(/LinkedIn/))
    await user.click(await button('Back'))
    expect(await button(/LinkedIn/)).toBeVisible()
  })

  it('moves the focus to the first screen', async () => {
    const user = show({ providers: ['linkedin'] })
    await user.click(await button('Continue'))
    expect(await screen.findByLabelText('Email or phone')).toHaveFocus()
  })

  it('names the account if there is only one kind', async () => {
    show({ providers: ['linkedin'], brand: undefined })
    await button('Continue')
    expect(await heading()).toHaveTextContent('Connect your LinkedIn account')
    expect(lines()).toEqual([
      'Reads your messages and contacts',
      'Can send messages in your name',
      'You can disconnect it anytime',
    ])
  })

  it('says what the host says', async () => {
    show({
      introduction: { reads: ['Reads your calendar'], sends: [], disconnect: 'Disconnect it in Settings' },
    })
    await button('Continue')
    expect(lines()).toEqual(['Reads your calendar', 'Disconnect it in Settings'])
  })

  it('leaves out a logo that does not load', async () => {
    show({ brand: { name: 'Tidewater', logo: '/gone.svg' }, onError: () => {} })
    await button('Continue')
    const logo = document.querySelector('[data-ca="introduction-logo"]')
    if (logo) fireEvent.error(logo)
    expect(logo).not.toBeInTheDocument()
    expect(document.querySelector('[data-ca="introduction-join"]')).toBeNull()
  })

  it('cancels the flow', async () => {
    const user = show({ providers: ['linkedin'] })
    await user.click(await button('Cancel'))
    expect(await heading()).toHaveTextContent('Canceled')
  })

  it('is not shown for a reconnect', async () => {
    const account = { id: 'account-1', provider: 'linkedin', name: 'Anna' }
    show({ accountId: 'account-1', providers: ['linkedin'] }, scriptedTransport({ account }))
    expect(await button('Sign in')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  })

  it('is not shown again when the dialog opens again', async () => {
    const transport = scriptedTransport({})
    const dialog = (open: boolean) => (
      <ConnectAccountDialog
        open={open}
        onOpenChange={() => {}}
        transport={transport}
        memory={null}
        introduction
      />
    )
    const { rerender } = render(dialog(true))
    await userEvent.setup().click(await button('Continue'))
    await button(/LinkedIn/)
    rerender(dialog(false))
    rerender(dialog(true))
    expect(await button(/LinkedIn/)).toBeVisible()
  })
})
