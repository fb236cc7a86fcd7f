import type { Meta, StoryObj } from '@storybook/react-vite'
import { Qr as QrExample } from './Qr.tsx'
import { QrRotating as QrRotatingExample } from './QrRotating.tsx'
import { QrStale as QrStaleExample } from './QrStale.tsx'

export default { title: 'Connect Account/QR' } satisfies Meta

type Story = StoryObj

export const Qr: Story = {
  render: () => <QrExample />,
  parameters: { step: 'qr' },
}

export const QrStale: Story = {
  render: () => <QrStaleExample />,
  parameters: { step: 'qr' },
}

export const QrRotating: Story = {
  render: () => <QrRotatingExample />,
  parameters: { step: 'qr' },
}
