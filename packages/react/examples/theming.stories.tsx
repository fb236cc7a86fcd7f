import type { Meta, StoryObj } from '@storybook/react-vite'
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
