import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Funnel as FunnelExample } from './Funnel.tsx'

export default { title: 'Events' } satisfies Meta

type Story = StoryObj

export const Funnel: Story = {
  name: 'Funnel',
  render: () => <FunnelExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'LinkedIn' }))
    await canvas.findByLabelText('Password')
    const flows = (stage: string) => canvas.getByRole('rowheader', { name: stage }).nextElementSibling
    await waitFor(() => expect(flows('Chose a provider')).toHaveTextContent('1'))
    await expect(flows('Opened')).toHaveTextContent('1')
    await expect(flows('Connected')).toHaveTextContent('0')
  },
}
