import { ConnectAccount } from '@connect-account/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { browserSandbox } from '../browser-sandbox.ts'

const { transport } = browserSandbox()

export default {
  title: 'Components/ConnectAccount',
  component: ConnectAccount,
  tags: ['autodocs'],
  argTypes: { transport: { control: false } },
  args: { transport, memory: null, waitForSync: false, loginHint: '' },
  parameters: { step: 'choosing_provider', controls: { disable: false } },
} satisfies Meta<typeof ConnectAccount>

type Story = StoryObj<typeof ConnectAccount>

export const AllProviders: Story = { name: 'All providers' }

export const OneProvider: Story = {
  name: 'One provider',
  args: { providers: ['linkedin'], id: 'one', loginHint: 'anna@example.com' },
  parameters: { step: 'credentials' },
}
