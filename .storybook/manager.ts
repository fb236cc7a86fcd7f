import { addons } from 'storybook/manager-api'
import { create } from 'storybook/theming'

addons.setConfig({
  // The documentation is above the components.
  sidebar: { showRoots: false },
  theme: create({
    base: 'light',
    brandTitle: 'Connect Account',
    colorPrimary: '#4a4ae0',
    colorSecondary: '#4a4ae0',
    appBg: '#f6f6f8',
    appBorderRadius: 8,
    fontBase: 'Inter, ui-sans-serif, system-ui, sans-serif',
  }),
})
