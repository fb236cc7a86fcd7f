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

export default { title: 'Connect Account/Codes' } satisfies Meta

type Story = StoryObj

export const Otp: Story = {
  render: () => <OtpExample />,
  parameters: { step: 'otp' },
}

export const OtpFilled: Story = {
  render: () => <OtpExample />,
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), '123456')
  },
}

export const OtpError: Story = {
  render: () => <OtpErrorExample />,
  parameters: { step: 'otp' },
}

export const OtpWrong: Story = {
  render: () => <OtpExample />,
  parameters: { step: 'otp' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), '000000')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('isn’t right')
    await waitFor(() => expect(canvas.getByLabelText('Code')).toHaveFocus())
  },
}

export const OtpCooldown: Story = {
  render: () => <OtpCooldownExample />,
  parameters: { step: 'otp' },
}

export const OtpPending: Story = {
  render: () => <OtpPendingExample />,
  parameters: { step: 'otp' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Code'), '123456')
    await waitFor(() => expect(canvas.getByRole('button', { name: /Working/ })).toBeVisible())
  },
}

export const TwoFactorApp: Story = {
  render: () => <TwoFactorAppExample />,
  parameters: { step: 'two_factor' },
}

export const TwoFactorSms: Story = {
  render: () => <TwoFactorSmsExample />,
  parameters: { step: 'two_factor' },
}

export const TwoFactorWhatsapp: Story = {
  render: () => <TwoFactorWhatsappExample />,
  parameters: { step: 'two_factor' },
}

export const OtpOrInApp: Story = {
  render: () => <OtpOrInAppExample />,
  parameters: { step: 'otp_or_in_app' },
}

export const TwoFactorPassword: Story = {
  render: () => <TwoFactorPasswordExample />,
  parameters: { step: 'two_factor' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByLabelText('Password'), 'correct horse')
  },
}
