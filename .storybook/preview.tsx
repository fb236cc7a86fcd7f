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
    options: {
      storySort: {
        // The order in which a user meets things.
        order: [
          'Introduction',
          'Tokens',
          'Start',
          'Signing in',
          'Verification codes',
          'QR code',
          'Checkpoints',
          'On request',
          'Ends',
          'Accounts',
          'Embedding',
          'Theming',
          'Emails',
        ],
      },
    },
  },
  globalTypes: {
    direction: {
      description: 'Writing direction',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    accent: {
      description: 'Accent color',
      toolbar: {
        icon: 'paintbrush',
        items: [
          { value: '', title: 'Default accent' },
          { value: '#0a7c66', title: 'Green' },
          { value: '#f5c400', title: 'Yellow' },
          { value: '#111111', title: 'Black' },
          { value: '#ffffff', title: 'White' },
        ],
        dynamicTitle: true,
      },
    },
    width: {
      description: 'Width of the page',
      toolbar: {
        icon: 'grow',
        items: [
          { value: '', title: 'Full width' },
          { value: '390px', title: 'Phone, 390' },
          { value: '320px', title: 'Small phone, 320' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { direction: 'ltr', accent: '', width: '' },
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
    function WithPage(Story, { globals: { direction, accent, width } }) {
      useEffect(() => {
        const { documentElement: page, body } = document
        page.dir = String(direction)
        if (accent) page.style.setProperty('--ca-accent', String(accent))
        else page.style.removeProperty('--ca-accent')
        body.style.maxInlineSize = String(width)
      })
      return <Story />
    },
  ],
}

export default preview
