import type { Meta, StoryObj } from '@storybook/react-vite'
import { Qr as QrExample } from './Qr.tsx'
import { QrRotating as QrRotatingExample } from './QrRotating.tsx'
import { QrStale as QrStaleExample } from './QrStale.tsx'

export default { title: 'QR code' } satisfies Meta

type Story = StoryObj

export const Qr: Story = {
  name: 'QR code',
  render: () => <QrExample />,
  parameters: { step: 'qr' },
}

export const QrStale: Story = {
  name: 'QR code is out of date',
  render: () => <QrStaleExample />,
  parameters: { step: 'qr' },
}

export const QrRotating: Story = {
  name: 'QR code is replaced',
  render: () => <QrRotatingExample />,
  parameters: { step: 'qr' },
}
