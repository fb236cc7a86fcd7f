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

export default { title: 'Connect Account/Ends' } satisfies Meta

type Story = StoryObj

export const Linked: Story = {
  render: () => <LinkedExample />,
  parameters: { step: 'linked' },
}

export const Relinked: Story = {
  render: () => <RelinkedExample />,
  parameters: { step: 'relinked' },
}

export const Duplicate: Story = {
  render: () => <DuplicateExample />,
  parameters: { step: 'duplicate' },
}

export const DuplicateElsewhere: Story = {
  render: () => <DuplicateElsewhereExample />,
  parameters: { step: 'duplicate' },
}

export const Restricted: Story = {
  render: () => <RestrictedExample />,
  parameters: { step: 'restricted' },
}

export const Mismatch: Story = {
  render: () => <MismatchExample />,
  parameters: { step: 'mismatch' },
}

export const Canceled: Story = {
  render: () => <CanceledExample />,
  parameters: { step: 'canceled' },
}

export const Expired: Story = {
  render: () => <ExpiredExample />,
  parameters: { step: 'expired' },
}

export const ExpiredQr: Story = {
  render: () => <ExpiredQrExample />,
  parameters: { step: 'expired' },
}

export const Failed: Story = {
  render: () => <FailedExample />,
  parameters: { step: 'failed' },
}

export const FailedForGood: Story = {
  render: () => <FailedForGoodExample />,
  parameters: { step: 'failed' },
}

export const DuplicateDisconnected: Story = {
  render: () => <DuplicateDisconnectedExample />,
  parameters: { step: 'duplicate' },
}

export const DuplicateReconnected: Story = {
  render: () => <DuplicateDisconnectedExample />,
  parameters: { step: 'relinked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Reconnect' }))
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
  },
}
