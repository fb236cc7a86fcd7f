import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { HeadlessInSandbox } from './HeadlessInSandbox.tsx'

export default {
  title: 'Headless',
  render: () => <HeadlessInSandbox />,
  // Nothing of the kit is on the page.
  parameters: { step: 'none' },
} satisfies Meta

type Story = StoryObj

export const Picker: Story = {
  name: 'Your own screens',
  async play({ canvas, canvasElement }) {
    await canvas.findByRole('button', { name: /LinkedIn/ })
    await expect(canvasElement.querySelector('[data-ca]')).toBeNull()
  },
}

export const LinkedIn: Story = {
  name: 'LinkedIn, to the end',
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /LinkedIn/ }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Sign in' }))
    await expect(await canvas.findByText('Enter your password.')).toBeVisible()
    await userEvent.type(canvas.getByLabelText('Email or phone'), 'captcha+otp+contract@sandbox.test')
    await userEvent.type(canvas.getByLabelText('Password'), 'wrong{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('isn’t right')
    await expect(canvas.getByLabelText('Email or phone')).toHaveValue('captcha+otp+contract@sandbox.test')
    await userEvent.clear(canvas.getByLabelText('Password'))
    await userEvent.type(canvas.getByLabelText('Password'), 'secret{Enter}')
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'I’m human' }))
    await userEvent.type(await canvas.findByLabelText('Code'), '12{Enter}')
    await expect(await canvas.findByText('Enter the full code.')).toBeVisible()
    await userEvent.clear(canvas.getByLabelText('Code'))
    await userEvent.type(canvas.getByLabelText('Code'), '000000{Enter}')
    await expect(await canvas.findByRole('alert')).toHaveTextContent('isn’t right')
    await userEvent.clear(canvas.getByLabelText('Code'))
    await userEvent.type(canvas.getByLabelText('Code'), '424 242{Enter}')
    await userEvent.click(await canvas.findByRole('button', { name: /Recruiter/ }))
    await expect(await canvas.findByRole('heading', { name: 'LinkedIn is connected' })).toBeVisible()
    await expect(canvas.getByText('Anna Sandbox')).toBeVisible()
  },
}

export const WhatsApp: Story = {
  name: 'WhatsApp, to the end',
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /WhatsApp/ }))
    await expect(await canvas.findByText('Open WhatsApp on your phone')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Scan the code' }))
    await expect(await canvas.findByRole('heading', { name: 'WhatsApp is connected' })).toBeVisible()
  },
}
