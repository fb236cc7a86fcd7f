import type { Options } from './option.ts'

/** What every element has. */
const sharedOptions = {
  session: 'property',
  sessionUrl: 'text',
  baseUrl: 'text',
  userKey: 'text',
  appearance: 'property',
  colorScheme: ['auto', 'light', 'dark', 'system'],
  theme: 'text',
  locale: 'text',
  messages: 'property',
} as const satisfies Options

/** What a flow has, inline, in a dialog, or in the dialog of a list. */
const flowOptions = {
  ...sharedOptions,
  transport: 'property',
  providers: 'list',
  accountId: 'text',
  flowId: 'text',
  intentId: 'text',
  consent: ['redirect', 'popup'],
  loginHint: 'text',
  continueOnPhone: 'flag',
  hostedPage: 'property',
  waitForSync: 'flag',
  memory: 'property',
  brand: 'property',
  introduction: 'flag',
  connected: 'list',
  captcha: ['altcha', 'arkose'],
  support: 'property',
  slots: 'property',
} as const satisfies Options

export const inlineOptions = {
  ...flowOptions,
  closable: 'flag',
  frame: ['card', 'page', 'none'],
} as const satisfies Options

export const dialogOptions = {
  ...flowOptions,
  open: 'flag',
  placement: ['center', 'side'],
} as const satisfies Options

export const accountsOptions = {
  ...sharedOptions,
  client: 'property',
  providers: 'property',
  reconnect: 'property',
  reconnectAt: 'list',
  empty: 'property',
} as const satisfies Options
