import { scriptedAccounts } from '@connect-account/core/testing'
import { AccountList } from '@connect-account/react/accounts'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { sampleAccounts, sampleProviders } from '../sample-accounts.ts'

export default {
  title: 'Components/AccountList',
  component: AccountList,
  tags: ['autodocs'],
  argTypes: { client: { control: false } },
  args: {
    client: scriptedAccounts({ accounts: sampleAccounts }),
    providers: sampleProviders,
    reconnect: () => {},
    reconnectAt: ['disconnected', 'partial'],
  },
  parameters: { step: 'none', controls: { disable: false } },
} satisfies Meta<typeof AccountList>

type Story = StoryObj<typeof AccountList>

export const EveryStatus: Story = { name: 'Every status' }
