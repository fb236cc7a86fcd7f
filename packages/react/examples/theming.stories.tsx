import type { Meta, StoryObj } from '@storybook/react-vite'
import { Themes } from './Themes.tsx'

export default {
  title: 'Connect Account/Theming',
  component: Themes,
  parameters: { step: 'credentials', controls: { disable: false } },
} satisfies Meta<typeof Themes>

type Story = StoryObj<typeof Themes>

export const Soft: Story = { args: { theme: 'soft' } }

export const Sharp: Story = { args: { theme: 'sharp' } }

export const Compact: Story = { args: { theme: 'compact' } }

export const Warm: Story = { args: { theme: 'warm' } }

/** The text on the button stays readable, and the button keeps an edge. */
export const WhiteAccent: Story = { args: { theme: 'soft', variables: { accent: '#ffffff' } } }

export const YellowAccent: Story = { args: { theme: 'warm', variables: { accent: '#f5c400' } } }
