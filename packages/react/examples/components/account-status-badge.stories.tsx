import { AccountStatusBadge } from '@connect-account/react/accounts'
import type { Meta, StoryObj } from '@storybook/react-vite'

export default {
  title: 'Components/AccountStatusBadge',
  component: AccountStatusBadge,
  tags: ['autodocs'],
  parameters: { step: 'none', controls: { disable: false } },
} satisfies Meta<typeof AccountStatusBadge>

type Story = StoryObj<typeof AccountStatusBadge>

export const Connected: Story = { name: 'Connected', args: { account: { status: 'running' } } }

export const SignInNeeded: Story = { name: 'Sign-in needed', args: { account: { status: 'disconnected' } } }
