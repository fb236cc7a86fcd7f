import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { NoProviders as NoProvidersExample } from './NoProviders.tsx'
import { Picker as PickerExample } from './Picker.tsx'
import { PickerFew as PickerFewExample } from './PickerFew.tsx'
import { PickerMany as PickerManyExample } from './PickerMany.tsx'
import { Preparing as PreparingExample } from './Preparing.tsx'
import { SingleProvider as SingleProviderExample } from './SingleProvider.tsx'
import { Unavailable as UnavailableExample } from './Unavailable.tsx'

export default { title: 'Start' } satisfies Meta

type Story = StoryObj

export const Picker: Story = {
  name: 'Providers',
  render: () => <PickerExample />,
  parameters: { step: 'choosing_provider' },
}

export const PickerSearch: Story = {
  name: 'Searching',
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'whats')
    await expect(canvas.getAllByRole('button', { name: /./ })[0]).toHaveTextContent('WhatsApp')
  },
}

export const PickerEmpty: Story = {
  name: 'Nothing found',
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.type(await canvas.findByRole('searchbox'), 'zzz')
    await waitFor(() => expect(canvas.getByText('No results for “zzz”.')).toBeVisible())
  },
}

export const PickerMany: Story = {
  name: 'Many providers',
  render: () => <PickerManyExample />,
  parameters: { step: 'choosing_provider' },
}

export const PickerFew: Story = {
  name: 'Few providers',
  render: () => <PickerFewExample />,
  parameters: { step: 'choosing_provider' },
}

export const PickerKeyboard: Story = {
  name: 'Chosen by keyboard, to the end',
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
  name: 'One provider',
  render: () => <SingleProviderExample />,
  parameters: { step: 'qr' },
}

export const NoProviders: Story = {
  name: 'No providers',
  render: () => <NoProvidersExample />,
  parameters: { step: 'choosing_provider' },
}

export const Preparing: Story = {
  name: 'Loading',
  render: () => <PreparingExample />,
  parameters: { step: 'preparing' },
}

export const Unavailable: Story = {
  name: 'Could not be loaded',
  render: () => <UnavailableExample />,
  parameters: { step: 'unavailable' },
}
