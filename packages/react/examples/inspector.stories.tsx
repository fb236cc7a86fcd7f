import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { Inspected as InspectedExample } from './Inspected.tsx'
import { Replay as ReplayExample } from './Replay.tsx'

export default { title: 'Inspector' } satisfies Meta

type Story = StoryObj

export const Inspected: Story = {
  name: 'Timeline',
  render: () => <InspectedExample />,
  parameters: { step: 'credentials' },
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: 'LinkedIn' }))
    await canvas.findByLabelText('Password')
    await expect(canvas.getByRole('list', { name: 'Timeline' })).toHaveTextContent('provider.choose')
  },
}

const step = { provider: 'linkedin', method: 'credentials', members: { pending: false } }
/** What the inspector copied after a wrong code. */
const trace = {
  version: '1',
  flow: 'flow 1',
  startedAt: '2026-01-15T09:30:00.000Z',
  entries: [
    { at: 0, event: 'provider.choose', state: 'credentials', step: { type: 'credentials', ...step } },
    {
      at: 8_200,
      event: 'answer.submit',
      state: 'checkpoint',
      step: {
        type: 'otp',
        provider: 'linkedin',
        error: 'invalid_code',
        members: { pending: false, connection: 'live', format: 'digits', length: 6, channel: 'sms' },
      },
    },
  ],
}

export const Replay: Story = {
  name: 'Replay of a trace',
  render: () => <ReplayExample initial={JSON.stringify(trace)} />,
  parameters: { step: 'otp' },
  async play({ canvas, userEvent }) {
    await canvas.findByText('That code isn’t right. Check it and try again.')
    await userEvent.clear(canvas.getByLabelText('Trace'))
    await userEvent.type(canvas.getByLabelText('Trace'), 'nothing')
    await expect(canvas.getByRole('alert')).toHaveTextContent('This is not JSON')
    await userEvent.clear(canvas.getByLabelText('Trace'))
    await userEvent.paste(JSON.stringify(trace))
    await canvas.findByText('That code isn’t right. Check it and try again.')
  },
}
