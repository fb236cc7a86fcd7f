import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Credentials as CredentialsExample } from './Credentials.tsx'
import { CredentialsError as CredentialsErrorExample } from './CredentialsError.tsx'
import { CredentialsPending as CredentialsPendingExample } from './CredentialsPending.tsx'
import { Oauth as OauthExample } from './Oauth.tsx'

export default { title: 'Connect Account/Signing in' } satisfies Meta

type Story = StoryObj

export const Credentials: Story = {
  render: () => <CredentialsExample />,
  parameters: { step: 'credentials' },
}

export const CredentialsMissing: Story = {
  render: () => <CredentialsExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }))
    await expect(await canvas.findByText('Enter your password.')).toBeVisible()
    await waitFor(() => expect(canvas.getByLabelText('Email or phone')).toHaveFocus())
  },
}

export const CredentialsError: Story = {
  render: () => <CredentialsErrorExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'wrong{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('not right')
    await waitFor(() => expect(canvas.getByLabelText('Password')).toHaveFocus())
    await expect(canvas.getByLabelText('Password')).toHaveValue('')
    await expect(canvas.getByLabelText('Email or phone')).toHaveValue('anna@example.com')
  },
}

export const CredentialsPending: Story = {
  render: () => <CredentialsPendingExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
    await expect(await canvas.findByRole('button', { name: /Working/ })).toHaveAttribute('aria-disabled')
  },
}

export const Oauth: Story = {
  render: () => <OauthExample />,
  parameters: { step: 'oauth' },
}
