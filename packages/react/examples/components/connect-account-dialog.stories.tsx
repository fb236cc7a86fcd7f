import { ConnectAccountDialog } from '@connect-account/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useArgs } from 'storybook/preview-api'
import { fn } from 'storybook/test'
import { browserSandbox } from '../browser-sandbox.ts'

const { transport } = browserSandbox()

export default {
  title: 'Components/ConnectAccountDialog',
  component: ConnectAccountDialog,
  tags: ['autodocs'],
  argTypes: { transport: { control: false } },
  args: { open: true, onOpenChange: fn(), transport, memory: null },
  render: function Render(args) {
    const [, change] = useArgs<typeof args>()
    const onOpenChange: typeof args.onOpenChange = (open, details) => {
      args.onOpenChange(open, details)
      change({ open })
    }
    return <ConnectAccountDialog {...args} onOpenChange={onOpenChange} />
  },
  parameters: {
    step: 'choosing_provider',
    controls: { disable: false },
    // On the page with the props, a dialog would cover the table.
    docs: { story: { inline: false, height: '700px' } },
  },
} satisfies Meta<typeof ConnectAccountDialog>

type Story = StoryObj<typeof ConnectAccountDialog>

export const Open: Story = { name: 'Open' }
