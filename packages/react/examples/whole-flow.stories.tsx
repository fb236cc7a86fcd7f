import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { WholeFlow } from './WholeFlow.tsx'

export default { title: 'Whole flow', render: () => <WholeFlow /> } satisfies Meta

type Story = StoryObj

export const ToClick: Story = {
  name: 'To click through',
  parameters: { step: 'none' },
}

export const Open: Story = {
  name: 'Opened',
  parameters: { step: 'choosing_provider' },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect an account' }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'LinkedIn' })).toBeVisible())
  },
}

export const Approved: Story = {
  name: 'LinkedIn, approved on the phone',
  parameters: { step: 'linked' },
  async play({ canvas, userEvent }) {
    await userEvent.click(canvas.getByRole('button', { name: 'Connect an account' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(await dialog.findByRole('button', { name: 'LinkedIn' }))
    await userEvent.type(await dialog.findByLabelText('Email or phone'), 'captcha+in-app@sandbox.test')
    await userEvent.type(dialog.getByLabelText('Password'), 'secret{Enter}')
    await userEvent.click(await dialog.findByRole('checkbox', { name: 'I’m human' }))
    await userEvent.click(await dialog.findByRole('button', { name: 'Approve' }))
    await waitFor(() => expect(dialog.getByText('LinkedIn is connected')).toBeVisible())
  },
}
