import '../packages/react/src/styles/styles.css'
import '../packages/react/src/styles/accounts.css'
import '../packages/react/src/styles/themes/compact.css'
import '../packages/react/src/styles/themes/sharp.css'
import '../packages/react/src/styles/themes/soft.css'
import '../packages/react/src/styles/themes/warm.css'
import './preview.css'
import { withThemeByDataAttribute } from '@storybook/addon-themes'
import type { Preview } from '@storybook/react-vite'
import { useEffect, useMemo } from 'react'
import { configure, expect, waitFor } from 'storybook/test'
import { languages, localeOf } from './toolbar/languages.ts'
import { ToolbarContext } from './toolbar/toolbar.ts'

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
          'Getting started',
          'Concepts',
          'Guides',
          'Recipes',
          'Reference',
          'Whole flow',
          'Parts',
          'Tokens',
          'Themes',
          'Motion',
          'Start',
          'Signing in',
          'Verification codes',
          'QR code',
          'Checkpoints',
          'On request',
          'Ends',
          'Accounts',
          'Components',
          'Embedding',
          'Headless',
          'Theming',
          'Events',
          'Inspector',
          'Emails',
        ],
      },
    },
  },
  globalTypes: {
    language: {
      description: 'Language',
      toolbar: { icon: 'globe', items: languages, dynamicTitle: true },
    },
    look: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: '', title: 'Default theme' },
          { value: 'soft', title: 'Soft' },
          { value: 'sharp', title: 'Sharp' },
          { value: 'compact', title: 'Compact' },
          { value: 'warm', title: 'Warm' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        icon: 'transfer',
        items: [
          { value: '', title: 'Direction of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
        dynamicTitle: true,
      },
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
  initialGlobals: { language: 'en', look: '', direction: '', accent: '', width: '' },
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
    function WithPage(Story, { globals: { language, look, direction, accent, width } }) {
      const toolbar = useMemo(
        () => ({ locale: localeOf(String(language)), theme: String(look) }),
        [language, look],
      )
      const { locale } = toolbar
      useEffect(() => {
        const { documentElement: page, body } = document
        page.dir = String(direction) || (locale?.direction ?? 'ltr')
        page.lang = locale?.tag ?? 'en'
        if (accent) page.style.setProperty('--ca-accent', String(accent))
        else page.style.removeProperty('--ca-accent')
        body.style.maxInlineSize = String(width)
      })
      return (
        <ToolbarContext.Provider value={toolbar}>
          <Story />
        </ToolbarContext.Provider>
      )
    },
  ],
}

export default preview
