import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import { PartsMap } from './PartsMap.tsx'

export default { title: 'Parts', render: () => <PartsMap /> } satisfies Meta

type Story = StoryObj

/** The parts that only a dialog has. */
const ofDialog = ['dialog', 'dialogClose']

/** Point at a name to see where it is, or at a screen to read the name. */
export const PartsOfScreens: Story = {
  name: 'Map of the parts',
  parameters: { step: 'choosing_provider', layout: 'fullscreen' },
  async play({ canvas, canvasElement, userEvent }) {
    await canvas.findByRole('heading', { name: 'LinkedIn is connected' })
    const form = within(canvas.getByRole('figure', { name: 'Form' }))
    await userEvent.click(await form.findByRole('button', { name: 'LinkedIn' }))
    await userEvent.click(await form.findByRole('radio', { name: 'Browser cookies' }))
    await userEvent.click(form.getByRole('button', { name: 'Sign in' }))
    const buttons = canvas.getByRole('list', { name: 'Parts' }).querySelectorAll('button')
    await waitFor(() => {
      const missing = [...buttons].flatMap((button) => {
        const name = button.querySelector('code')?.textContent ?? ''
        const isShown = canvasElement.querySelector(`.part-${name}`) !== null
        return isShown || ofDialog.includes(name) ? [] : [name]
      })
      expect(missing).toEqual([])
    })
    await userEvent.hover(canvas.getByRole('heading', { name: 'LinkedIn is connected' }))
    await expect(canvas.getByRole('button', { name: /^heading/ })).toHaveAttribute('aria-pressed', 'true')
  },
}
