import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Picker } from './Picker.tsx'
import { Slots as SlotsExample } from './Slots.tsx'
import { Themes } from './Themes.tsx'

export default {
  title: 'Theming',
  component: Themes,
  parameters: { step: 'credentials', controls: { disable: false } },
} satisfies Meta<typeof Themes>

type Story = StoryObj<typeof Themes>

export const Soft: Story = { name: 'Soft', args: { theme: 'soft' } }

export const Sharp: Story = { name: 'Sharp', args: { theme: 'sharp' } }

export const Compact: Story = { name: 'Compact', args: { theme: 'compact' } }

export const Warm: Story = { name: 'Warm', args: { theme: 'warm' } }

/** The text on the button stays readable, and the button keeps an edge. */
export const WhiteAccent: Story = {
  name: 'White accent',
  args: { theme: 'soft', variables: { accent: '#ffffff' } },
}

export const YellowAccent: Story = {
  name: 'Yellow accent',
  args: { theme: 'warm', variables: { accent: '#f5c400' } },
}

/** Plain buttons and texts of the host, above, in and below the kit's screens. */
export const Slots: Story = {
  name: 'Slots, with buttons of your own',
  args: { theme: 'soft' },
  render: () => <SlotsExample />,
  parameters: { step: 'choosing_provider' },
  async play({ canvas }) {
    await waitFor(() => expect(canvas.getByText('Most used')).toBeVisible())
  },
}

export const SlotsOfForm: Story = {
  name: 'Slots, in a form',
  args: { theme: 'soft' },
  render: () => <SlotsExample />,
  async play({ canvas, userEvent }) {
    await userEvent.click(await canvas.findByRole('button', { name: /LinkedIn/ }))
    await waitFor(() => expect(canvas.getByText('We never post for you.')).toBeVisible())
    await expect(canvas.getByRole('button', { name: 'Sign in' })).toHaveClass('own-button')
  },
}

/** The toolbar sets the language of every story. */
export const Arabic: Story = {
  name: 'Arabic',
  args: { theme: 'soft' },
  render: () => <Picker />,
  parameters: { step: 'choosing_provider' },
  globals: { language: 'ar', look: 'warm' },
  async play({ canvas, canvasElement }) {
    await expect(await canvas.findByRole('heading')).toHaveTextContent(/^\p{Script=Arabic}/u)
    const root = canvasElement.querySelector('[data-ca="root"]')
    await expect(root).toHaveAttribute('dir', 'rtl')
    await expect(root).toHaveAttribute('data-ca-look', 'warm')
  },
}

/** English with accents, in brackets and a third longer: what has no brackets is not translated. */
export const Pseudo: Story = {
  name: 'Pseudo-language',
  args: { theme: 'soft' },
  globals: { language: 'pseudo' },
  async play({ canvas }) {
    await expect(await canvas.findByRole('heading')).toHaveTextContent(/^\[.+·+\]$/)
  },
}
