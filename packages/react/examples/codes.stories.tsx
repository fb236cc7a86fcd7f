import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Otp as OtpExample } from './Otp.tsx'
import { OtpCooldown as OtpCooldownExample } from './OtpCooldown.tsx'
import { OtpError as OtpErrorExample } from './OtpError.tsx'
import { OtpOrInApp as OtpOrInAppExample } from './OtpOrInApp.tsx'
import { OtpPending as OtpPendingExample } from './OtpPending.tsx'
import { TwoFactorApp as TwoFactorAppExample } from './TwoFactorApp.tsx'
import { TwoFactorPassword as TwoFactorPasswordExample } from './TwoFactorPassword.tsx'
import { TwoFactorSms as TwoFactorSmsExample } from './TwoFactorSms.tsx'
import { TwoFactorWhatsapp as TwoFactorWhatsappExample } from './TwoFactorWhatsapp.tsx'

export default { title: 'Verification codes' } satisfies Meta

type Story = StoryObj

export const Otp: Story = {
  name: 'Verification code',
  render: () => <OtpExample />,
  parameters: { step: 'otp' },
}

export const OtpFilled: Story = {
  name: 'Verification code, accepted',
  render: () => <OtpExample />,
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), '123456')
  },
}

export const OtpError: Story = {
  name: 'Verification code, refused before',
  render: () => <OtpErrorExample />,
  parameters: { step: 'otp' },
}

export const OtpWrong: Story = {
  name: 'Verification code is wrong',
  render: () => <OtpExample />,
  parameters: { step: 'otp' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), '000000')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('isn’t right')
    await waitFor(() => expect(canvas.getByLabelText('Code')).toHaveFocus())
  },
}

export const OtpCooldown: Story = {
  name: 'Waiting to resend',
  render: () => <OtpCooldownExample />,
  parameters: { step: 'otp' },
}

export const OtpPending: Story = {
  name: 'Verification code is checked',
  render: () => <OtpPendingExample />,
  parameters: { step: 'otp' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), '123456')
    await waitFor(() => expect(canvas.getByRole('button', { name: /Working/ })).toBeVisible())
  },
}

export const TwoFactorApp: Story = {
  name: 'Code of an authenticator app',
  render: () => <TwoFactorAppExample />,
  parameters: { step: 'two_factor' },
}

export const TwoFactorSms: Story = {
  name: 'Code by text message',
  render: () => <TwoFactorSmsExample />,
  parameters: { step: 'two_factor' },
}

export const TwoFactorWhatsapp: Story = {
  name: 'Code by WhatsApp',
  render: () => <TwoFactorWhatsappExample />,
  parameters: { step: 'two_factor' },
}

export const OtpOrInApp: Story = {
  name: 'Code or approval in the app',
  render: () => <OtpOrInAppExample />,
  parameters: { step: 'otp_or_in_app' },
}

export const TwoFactorPassword: Story = {
  name: 'Two-step password',
  render: () => <TwoFactorPasswordExample />,
  parameters: { step: 'two_factor' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Password'), 'correct horse')
  },
}
