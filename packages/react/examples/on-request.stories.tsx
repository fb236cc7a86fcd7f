import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { ContinueOnPhone as ContinueOnPhoneExample } from './ContinueOnPhone.tsx'
import { LinkedImporting as LinkedImportingExample } from './LinkedImporting.tsx'
import { OwnProxy as OwnProxyExample } from './OwnProxy.tsx'
import { PickerMany as PickerManyExample } from './PickerMany.tsx'
import { UnsupportedHosted as UnsupportedHostedExample } from './UnsupportedHosted.tsx'
import { UseReconnect as UseReconnectExample } from './UseReconnect.tsx'

export default { title: 'On request' } satisfies Meta

type Story = StoryObj

export const PickerOfOneKind: Story = {
  name: 'Providers filtered by kind',
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('radio', { name: 'Email' }))
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Postbox' })).toBeVisible())
    await expect(canvas.queryByRole('button', { name: 'WhatsApp' })).toBeNull()
  },
}

/** In a window as narrow as a small phone, right to left. */
export const PickerNarrowRtl: Story = {
  name: 'Providers, narrow and right to left',
  render: () => (
    <div dir="rtl" style={{ inlineSize: 280 }}>
      <PickerManyExample />
    </div>
  ),
  parameters: { step: 'choosing_provider' },
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('radio', { name: 'All' })
    const root = canvasElement.querySelector('[data-ca="root"]')
    await expect(root?.scrollWidth).toBeLessThanOrEqual(root?.clientWidth ?? 0)
  },
}

export const ContinueOnPhone: Story = {
  name: 'Continue on the phone',
  render: () => <ContinueOnPhoneExample />,
  parameters: { step: 'otp' },
}

export const ContinueOnPhoneOpen: Story = {
  name: 'Continue on the phone, opened',
  render: () => <ContinueOnPhoneExample />,
  parameters: { step: 'otp' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'Continue on your phone' }))
    await waitFor(() => expect(canvas.getByRole('img', { name: 'QR code for the link' })).toBeVisible())
  },
}

export const OwnProxy: Story = {
  name: 'A proxy of the user',
  render: () => <OwnProxyExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByText('Use your own proxy'))
    await waitFor(() => expect(canvas.getByLabelText('Server')).toBeVisible())
  },
}

export const LinkedImporting: Story = {
  name: 'Connected, importing',
  render: () => <LinkedImportingExample />,
  parameters: { step: 'linked' },
  async play({ canvas }) {
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Continue without waiting' })).toBeVisible(),
    )
  },
}

export const UnsupportedHosted: Story = {
  name: 'An unknown step, with another page',
  render: () => <UnsupportedHostedExample />,
  parameters: { step: 'unsupported' },
}

export const Reconnecting: Story = {
  name: 'Your own button, to the end of a reconnect',
  render: () => <UseReconnectExample />,
  parameters: { step: 'relinked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Reconnect Anna Sandbox' }))
    await userEvent.type(await canvas.findByLabelText('Email or phone'), 'anna@example.com')
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
  },
}
