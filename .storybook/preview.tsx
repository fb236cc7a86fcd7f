import '../packages/react/src/styles/styles.css'
import '../packages/react/src/styles/accounts.css'
import './preview.css'
import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Preview } from '@storybook/react-vite'
import { useEffect } from 'react'
import { configure, expect, waitFor } from 'storybook/test'

// With empty caches, loading a story's chunk takes seconds.
configure({ asyncUtilTimeout: 20_000 })

const preview: Preview = {
  parameters: {
    // An accessibility violation fails the story's test.
    a11y: { test: 'error' },
    controls: { disable: true },
    actions: { disable: true },
  },
  globalTypes: {
    direction: {
      description: 'Writing direction',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
  },
  initialGlobals: { direction: 'ltr' },
  // Before the accessibility audit, waits for the screen that the story is about.
  async afterEach({ canvasElement, parameters }) {
    await waitFor(() => {
      const flow = '[data-ca="root"]'
      // A dialog is in a portal outside of the canvas.
      const root =
        canvasElement.querySelector<HTMLElement>(flow) ??
        canvasElement.ownerDocument.querySelector<HTMLElement>(`[data-ca="layer"] ${flow}`)
      expect(root?.dataset.step ?? 'none').toBe(parameters.step)
      if (parameters.step !== 'preparing')
        expect(root?.querySelector('[data-ca="skeleton"]') ?? null).toBeNull()
    })
  },
  decorators: [
    withThemeByDataAttribute({
      themes: { light: 'light', dark: 'dark' },
      defaultTheme: 'light',
      attributeName: 'data-theme',
    }),
    function WithDirection(Story, { globals }) {
      useEffect(() => {
        document.documentElement.dir = String(globals.direction)
      })
      return <Story />
    },
  ],
}

export default preview
