import type { Meta, StoryObj } from '@storybook/react-vite'
import { Canceled as CanceledExample } from './Canceled.tsx'
import { Duplicate as DuplicateExample } from './Duplicate.tsx'
import { DuplicateDisconnected as DuplicateDisconnectedExample } from './DuplicateDisconnected.tsx'
import { DuplicateElsewhere as DuplicateElsewhereExample } from './DuplicateElsewhere.tsx'
import { Expired as ExpiredExample } from './Expired.tsx'
import { ExpiredQr as ExpiredQrExample } from './ExpiredQr.tsx'
import { Failed as FailedExample } from './Failed.tsx'
import { FailedForGood as FailedForGoodExample } from './FailedForGood.tsx'
import { Linked as LinkedExample } from './Linked.tsx'
import { Mismatch as MismatchExample } from './Mismatch.tsx'
import { Relinked as RelinkedExample } from './Relinked.tsx'
import { Restricted as RestrictedExample } from './Restricted.tsx'

export default { title: 'Ends' } satisfies Meta

type Story = StoryObj

export const Linked: Story = {
  name: 'Connected',
  render: () => <LinkedExample />,
  parameters: { step: 'linked' },
}

export const Relinked: Story = {
  name: 'Reconnected',
  render: () => <RelinkedExample />,
  parameters: { step: 'relinked' },
}

export const Duplicate: Story = {
  name: 'Already connected',
  render: () => <DuplicateExample />,
  parameters: { step: 'duplicate' },
}

export const DuplicateElsewhere: Story = {
  name: 'Connected by someone else',
  render: () => <DuplicateElsewhereExample />,
  parameters: { step: 'duplicate' },
}

export const Restricted: Story = {
  name: 'Restricted account',
  render: () => <RestrictedExample />,
  parameters: { step: 'restricted' },
}

export const Mismatch: Story = {
  name: 'A different account',
  render: () => <MismatchExample />,
  parameters: { step: 'mismatch' },
}

export const Canceled: Story = {
  name: 'Canceled elsewhere',
  render: () => <CanceledExample />,
  parameters: { step: 'canceled' },
}

export const Expired: Story = {
  name: 'Took too long',
  render: () => <ExpiredExample />,
  parameters: { step: 'expired' },
}

export const ExpiredQr: Story = {
  name: 'QR code was not scanned in time',
  render: () => <ExpiredQrExample />,
  parameters: { step: 'expired' },
}

export const Failed: Story = {
  name: 'Failed, can be tried again',
  render: () => <FailedExample />,
  parameters: { step: 'failed' },
}

export const FailedForGood: Story = {
  name: 'Failed for good',
  render: () => <FailedForGoodExample />,
  parameters: { step: 'failed' },
}

export const DuplicateDisconnected: Story = {
  name: 'Already connected, needs a sign-in',
  render: () => <DuplicateDisconnectedExample />,
  parameters: { step: 'duplicate' },
}

export const DuplicateReconnected: Story = {
  name: 'Already connected, reconnected',
  render: () => <DuplicateDisconnectedExample />,
  parameters: { step: 'relinked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect' }))
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
  },
}
