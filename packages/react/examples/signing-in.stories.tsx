import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { Consent as ConsentExample } from './Consent.tsx'
import { ConsentPopup as ConsentPopupExample } from './ConsentPopup.tsx'
import { Credentials as CredentialsExample } from './Credentials.tsx'
import { CredentialsCookies as CredentialsCookiesExample } from './CredentialsCookies.tsx'
import { CredentialsError as CredentialsErrorExample } from './CredentialsError.tsx'
import { CredentialsPending as CredentialsPendingExample } from './CredentialsPending.tsx'
import { MailAppPassword as MailAppPasswordExample } from './MailAppPassword.tsx'
import { MailSettings as MailSettingsExample } from './MailSettings.tsx'
import { Reconnect as ReconnectExample } from './Reconnect.tsx'

export default { title: 'Signing in' } satisfies Meta

type Story = StoryObj

export const Credentials: Story = {
  name: 'Name and password',
  render: () => <CredentialsExample />,
  parameters: { step: 'credentials' },
}

export const CredentialsMissing: Story = {
  name: 'Fields are empty',
  render: () => <CredentialsExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(canvas.getByText('Enter your password.')).toBeVisible())
    await waitFor(() => expect(canvas.getByLabelText('Email or phone')).toHaveFocus())
  },
}

export const CredentialsError: Story = {
  name: 'Name or password is wrong',
  render: () => <CredentialsErrorExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'wrong{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('isn’t right')
    await waitFor(() => expect(canvas.getByLabelText('Password')).toHaveFocus())
    await expect(canvas.getByLabelText('Password')).toHaveValue('')
    await expect(canvas.getByLabelText('Email or phone')).toHaveValue('anna@example.com')
  },
}

export const CredentialsPending: Story = {
  name: 'Signing in',
  render: () => <CredentialsPendingExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
    await expect(await canvas.findByRole('button', { name: /Working/ })).toHaveAttribute('aria-disabled')
  },
}

export const Consent: Story = {
  name: 'Sign-in page of the provider',
  render: () => <ConsentExample />,
  parameters: { step: 'consent' },
}

export const CredentialsCookies: Story = {
  name: 'Browser cookies',
  render: () => <CredentialsCookiesExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByLabelText('Cookies'))
    await userEvent.paste('lang=en; bcookie=v1')
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
    await waitFor(() =>
      expect(canvas.getByText(/The li_at cookie of linkedin.com isn’t among these/)).toBeVisible(),
    )
    await expect(canvas.getByLabelText('Cookies')).toHaveFocus()
  },
}

export const CredentialsCookiesFound: Story = {
  name: 'Browser cookies, found',
  render: () => <CredentialsCookiesExample />,
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByLabelText('Cookies'))
    await userEvent.paste('[{"name":"li_at","value":"AQEDexample","domain":".www.linkedin.com"}]')
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in' }))
  },
}

export const MailSettings: Story = {
  name: 'Mail servers',
  render: () => <MailSettingsExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
    const [incoming, outgoing] = await canvas.findAllByLabelText('Server')
    await waitFor(() => expect(incoming).toHaveValue('imap.example.com'))
    await waitFor(() => expect(outgoing).toHaveFocus())
    await expect(canvas.getByLabelText('Email')).toHaveValue('anna@example.com')
    await expect(canvas.getByLabelText('Password')).toHaveValue('secret')
  },
}

export const MailAppPassword: Story = {
  name: 'App password',
  render: () => <MailAppPasswordExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
    await expect(await canvas.findByRole('link', { name: 'Show me how' })).toHaveAttribute(
      'href',
      'https://example.com/app-passwords',
    )
  },
}

export const ConsentPopup: Story = {
  name: 'Sign-in page in a window',
  render: () => <ConsentPopupExample />,
  parameters: { step: 'consent' },
  async play({ canvas, userEvent }) {
    const location = { replace: fn() }
    const blank = { opener: window, location, focus: fn(), close: fn() }
    const original = window.open
    window.open = fn(() => blank as unknown as Window)
    try {
      // The popup's code loads in the background. A click before that opens the page in this tab, here
      // nowhere.
      await waitFor(async () => {
        const button = canvas.queryByRole('button', { name: 'Continue with Gmail' })
        if (button) await userEvent.click(button)
        await expect(canvas.getByRole('button', { name: 'Reopen the window' })).toBeVisible()
      })
      await expect(location.replace).toHaveBeenCalledWith('#consent')
    } finally {
      window.open = original
    }
  },
}

export const Reconnect: Story = {
  name: 'Reconnect a known account, to the end',
  render: () => <ReconnectExample />,
  parameters: { step: 'relinked' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
  },
}
