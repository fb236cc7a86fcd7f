import { ReconnectButton } from '@connect-account/react/accounts'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { browserSandbox } from '../browser-sandbox.ts'
import { disconnected } from '../sample-accounts.ts'

const { transport } = browserSandbox()

export default {
  title: 'Components/ReconnectButton',
  component: ReconnectButton,
  tags: ['autodocs'],
  argTypes: { transport: { control: false } },
  args: { account: disconnected, transport, memory: null },
  parameters: { step: 'none', controls: { disable: false } },
} satisfies Meta<typeof ReconnectButton>

type Story = StoryObj<typeof ReconnectButton>

export const SignInNeeded: Story = { name: 'Sign-in needed' }
