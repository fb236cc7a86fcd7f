import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { AllThemes } from './AllThemes.tsx'

export default { title: 'Themes', render: () => <AllThemes /> } satisfies Meta

type Story = StoryObj

export const All: Story = {
  name: 'All themes, light and dark',
  parameters: {
    step: 'credentials',
    layout: 'fullscreen',
    // Eight times the same screen, which no product has on one page.
    a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } },
  },
  async play({ canvas, canvasElement }) {
    await waitFor(() => expect(canvas.getAllByRole('button', { name: 'Sign in' })).toHaveLength(8))
    const looks = [...canvasElement.querySelectorAll('[data-ca="root"]')].map((root) =>
      ['look', 'theme'].map((name) => root.getAttribute(`data-ca-${name}`)).join(' '),
    )
    await expect(new Set(looks).size).toBe(8)
  },
}
