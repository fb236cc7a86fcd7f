import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { NoProviders as NoProvidersExample } from './NoProviders.tsx'
import { Picker as PickerExample } from './Picker.tsx'
import { PickerFew as PickerFewExample } from './PickerFew.tsx'
import { PickerMany as PickerManyExample } from './PickerMany.tsx'
import { Preparing as PreparingExample } from './Preparing.tsx'
import { SingleProvider as SingleProviderExample } from './SingleProvider.tsx'
import { Unavailable as UnavailableExample } from './Unavailable.tsx'

export default { title: 'Connect Account/Start' } satisfies Meta

type Story = StoryObj

export const Picker: Story = {
  render: () => <PickerExample />,
  parameters: { step: 'choosing_provider' },
}

export const PickerSearch: Story = {
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'whats')
    await expect(canvas.getAllByRole('button', { name: /./ })[0]).toHaveTextContent('WhatsApp')
  },
}

export const PickerEmpty: Story = {
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'zzz')
    await waitFor(() => expect(canvas.getByText('No results for “zzz”.')).toBeVisible())
  },
}

export const PickerMany: Story = {
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
}

export const PickerFew: Story = {
  render: () => <PickerFewExample />,
  parameters: { step: 'choosing_provider' },
}

export const PickerKeyboard: Story = {
  render: () => <PickerManyExample />,
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('searchbox'))
    await userEvent.keyboard('pig{ArrowDown}')
    await expect(canvas.getByRole('button', { name: 'Pigeon' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
  },
}

export const SingleProvider: Story = {
  render: () => <SingleProviderExample />,
  parameters: { step: 'qr' },
}

export const NoProviders: Story = {
  render: () => <NoProvidersExample />,
  parameters: { step: 'choosing_provider' },
}

export const Preparing: Story = {
  render: () => <PreparingExample />,
  parameters: { step: 'preparing' },
}

export const Unavailable: Story = {
  render: () => <UnavailableExample />,
  parameters: { step: 'unavailable' },
}
